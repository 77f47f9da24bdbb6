import MyNumberKit

/// Rows as the files hold them: no pin, no tombstone, no log entry is looked at.
///
/// What a program would read that a holder of keys and files wrote against ours.
final class RawRows: SealedRows {
  private let store: SQLiteVaultStore

  init(_ store: SQLiteVaultStore) { self.store = store }

  func withValue(
    person: Int64, kind: SealedKind, version: Int,
    _ body: (_ sealed: Span<UInt8>, _ commitment: Span<UInt8>) throws(SealingError) -> Void
  ) throws(SealingError) {
    let found = try? store.number(person: person, version: version)
    guard let row = found else { throw SealingError(.missing, doing: "read raw") }
    try body(row.sealed.span, row.commitment.span)
  }

  func withWrap(
    person: Int64, kind: SealedKind, version: Int, keyNumber: Int,
    _ body: (
      _ lockboxRow: Int64, _ declaration: Span<UInt8>, _ sealed: Span<UInt8>
    ) throws(SealingError) -> Void
  ) throws(SealingError) {
    let found = try? store.wraps(person: person, object: .number, version: version)
    guard let row = found?.last(where: { $0.header.key == Int64(keyNumber) }) else {
      throw SealingError(.missing, doing: "read raw")
    }
    try body(row.header.lockbox, row.declaration.span, row.sealed.span)
  }

  func lockbox(row: Int64) throws(SealingError) -> Lockbox {
    guard let found = try? store.lockbox(id: row) else {
      throw SealingError(.missing, doing: "read raw")
    }
    return Lockbox(
      uid: found.uid, key: found.key, generation: found.generation,
      encapsulated: found.encapsulated, commitment: found.commitment)
  }
}
