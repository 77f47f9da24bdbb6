internal import Auditing
internal import Sealing
internal import Storage

/// Overwrites rows in place, in the transaction that is open.
final class PinnedErasure: ErasableRows {
  private let store: any VaultStore
  private let evidenceKey: AuthenticatedKey?

  init(_ store: any VaultStore, evidenceKey: AuthenticatedKey?) {
    self.store = store
    self.evidenceKey = evidenceKey
  }

  func eraseWraps(
    person: Int64, version: Int, keyNumber: Int
  ) throws(SealingError) -> [ErasedRow] {
    try erase(person, .number, version, key: Int64(keyNumber), as: "wrap")
      + erase(person, .secondEntry, version, key: Int64(keyNumber), as: "second-entry-wrap")
  }

  func eraseSecondEntry(person: Int64, version: Int) throws(SealingError) -> [ErasedRow] {
    let wraps = try erase(person, .secondEntry, version, key: nil, as: "second-entry-wrap")
    do throws(StorageError) {
      guard let entry = try store.secondEntry(person: person, version: version),
        try store.eraseSecondEntry(person: person, version: version)
      else { return wraps }
      return wraps + [ErasedRow(table: "second-entry", id: entry.id, bytes: entry.sealed)]
    } catch {
      throw SealingError(.missing, doing: "erase a second entry")
    }
  }

  func eraseIfUnwrapped(person: Int64, version: Int) throws(SealingError) -> [ErasedRow] {
    var rows: [ErasedRow] = []
    do throws(StorageError) {
      let left = try store.wraps(person: person, object: .number, version: version)
      guard left.allSatisfy(\.header.isErased) else { return [] }
      // What is marked erased and still has its bytes was marked by somebody else.
      if let number = try store.number(person: person, version: version),
        try store.eraseNumber(person: person, version: version)
      {
        rows.append(ErasedRow(table: "number", id: number.id, bytes: number.sealed))
      }
      rows += try evidenceWraps(person, version)
    } catch {
      throw SealingError(.missing, doing: "erase a number")
    }
    return rows + (try eraseSecondEntry(person: person, version: version))
  }

  /// Overwrites the wraps of a person's name and address, under every key, also of the names they
  /// had before: an older copy of the records still has those sealed.
  func eraseProfile(of person: Int64) throws(SealingError) -> [ErasedRow] {
    let newest: Int
    do throws(StorageError) {
      newest = try store.withProfile(id: person) { version, _, _ in version } ?? 0
    } catch {
      throw SealingError(.missing, doing: "erase a profile")
    }
    var rows: [ErasedRow] = []
    for version in 0...newest {
      rows += try erase(person, .profile, version, key: nil, as: "profile-wrap")
    }
    return rows
  }

  private func evidenceWraps(
    _ person: Int64, _ version: Int
  ) throws(StorageError) -> [ErasedRow] {
    guard let evidenceKey else { return [] }
    do throws(SealingError) {
      return try erase(
        person, .evidence, version, key: Int64(evidenceKey.number), as: "evidence-wrap")
    } catch {
      throw StorageError(.corrupt, doing: "erase evidence")
    }
  }

  private func erase(
    _ person: Int64, _ object: WrapObject, _ version: Int, key: Int64?, as table: String
  ) throws(SealingError) -> [ErasedRow] {
    do throws(StorageError) {
      let rows = try store.wraps(person: person, object: object, version: version)
      let erased = Set(
        try store.eraseWraps(person: person, object: object, version: version, key: key))
      return rows.filter { erased.contains($0.header.id) }
        .map { ErasedRow(table: table, id: $0.header.id, bytes: $0.sealed) }
    } catch {
      throw SealingError(.missing, doing: "erase wraps")
    }
  }
}
