/// Where sealed values are read from: what opening asks of custody.
///
/// An implementation returns a lockbox only after holding it against its log entry.
public protocol SealedRows: AnyObject {
  /// Lends a sealed value and the commitment beside it.
  ///
  /// - Throws: `.missing` or `.erased`, or what `body` throws.
  func withValue(
    person: Int64, kind: SealedKind, version: Int,
    _ body: (_ sealed: Span<UInt8>, _ commitment: Span<UInt8>) throws(SealingError) -> Void
  ) throws(SealingError)

  /// Lends a wrapped data key: the row of the lockbox under which it lies, the declaration it was
  /// made for (16 bytes), and nonce, sealed data key and tag (60 bytes).
  ///
  /// - Throws: `.missing` or `.erased`, or what `body` throws.
  func withWrap(
    person: Int64, kind: SealedKind, version: Int, keyNumber: Int,
    _ body: (
      _ lockboxRow: Int64, _ declaration: Span<UInt8>, _ sealed: Span<UInt8>
    ) throws(SealingError) -> Void
  ) throws(SealingError)

  /// A lockbox that its log entry vouches for.
  ///
  /// - Throws: `.missing`, or `.notAuthentic` if the entry pins another.
  func lockbox(row: Int64) throws(SealingError) -> Lockbox
}
