import MyNumberKit

/// Rows as the files hold them: no pin, no tombstone, no log entry is looked at.
///
/// What a program would read that a holder of keys and files wrote against ours.
final class RawRows: SealedRows {
  private let store: SQLiteVaultStore

  init(_ store: SQLiteVaultStore) { self.store = store }

  func value(
    person: Int64, kind: SealedKind, version: Int
  ) throws(SealingError) -> SealedValue {
    let found = try? store.number(person: person, version: version)
    guard let row = found else { throw SealingError(.missing, doing: "read raw") }
    return SealedValue(sealed: row.sealed, commitment: row.commitment)
  }

  func wrap(
    person: Int64, kind: SealedKind, version: Int, keyNumber: Int
  ) throws(SealingError) -> StoredWrap {
    let found = try? store.wraps(person: person, object: .number, version: version)
    guard let row = found?.last(where: { $0.header.key == Int64(keyNumber) }) else {
      throw SealingError(.missing, doing: "read raw")
    }
    return StoredWrap(
      lockboxRow: row.header.lockbox, declaration: row.declaration, sealed: row.sealed)
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
