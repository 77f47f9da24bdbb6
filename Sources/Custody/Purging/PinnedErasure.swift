internal import Auditing
internal import Sealing
internal import Storage

/// Overwrites rows in place, in the transaction that is open and for as long as it is.
final class PinnedErasure: ErasableRows {
  private let store: any VaultStore
  private let evidenceKey: AuthenticatedKey?
  /// Those of the person last asked for; people are erased one after another.
  private var known: PersonWraps?

  init(_ store: any VaultStore, evidenceKey: AuthenticatedKey?) {
    self.store = store
    self.evidenceKey = evidenceKey
  }

  /// A person's wraps, with what was erased here.
  func wraps(of person: Int64) throws(SealingError) -> PersonWraps {
    if let known, known.person == person { return known }
    do throws(StorageError) {
      let wraps = try PersonWraps(store, of: person)
      known = wraps
      return wraps
    } catch {
      throw SealingError(.missing, doing: "read a person's wraps")
    }
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
    if try wraps(of: person).isLive(version) { return [] }
    var rows: [ErasedRow] = []
    do throws(StorageError) {
      // What is marked erased and still has its bytes was marked by somebody else.
      if let number = try store.number(person: person, version: version),
        try store.eraseNumber(person: person, version: version)
      {
        rows.append(ErasedRow(table: "number", id: number.id, bytes: number.sealed))
      }
    } catch {
      throw SealingError(.missing, doing: "erase a number")
    }
    if let evidenceKey {
      rows += try erase(
        person, .evidence, version, key: Int64(evidenceKey.number), as: "evidence-wrap")
    }
    return rows + (try eraseSecondEntry(person: person, version: version))
  }

  /// Overwrites the wraps of a person's name and address, under every key, also of the names they
  /// had before: an older copy of the records still has those sealed.
  func eraseProfile(of person: Int64) throws(SealingError) -> [ErasedRow] {
    try erase(person, .profile, nil, key: nil, as: "profile-wrap")
  }

  private func erase(
    _ person: Int64, _ object: WrapObject, _ version: Int?, key: Int64?, as table: String
  ) throws(SealingError) -> [ErasedRow] {
    let wraps = try wraps(of: person)
    do throws(StorageError) {
      return try wraps.erase(object, version: version, key: key)
        .map { ErasedRow(table: table, id: $0.id, bytes: $0.sealed) }
    } catch {
      throw SealingError(.missing, doing: "erase wraps")
    }
  }
}
