/// Where sealed values are read from: what opening asks of custody.
///
/// An implementation returns a lockbox only after holding it against its log entry.
public protocol SealedRows: AnyObject {
  /// A sealed value.
  ///
  /// - Throws: `.missing` or `.erased`.
  func value(
    person: Int64, kind: SealedKind, version: Int
  ) throws(SealingError) -> SealedValue

  /// A wrapped data key.
  ///
  /// - Throws: `.missing` or `.erased`.
  func wrap(
    person: Int64, kind: SealedKind, version: Int, keyNumber: Int
  ) throws(SealingError) -> StoredWrap

  /// A lockbox that its log entry vouches for.
  ///
  /// - Throws: `.missing`, or `.notAuthentic` if the entry pins another.
  func lockbox(row: Int64) throws(SealingError) -> Lockbox
}
