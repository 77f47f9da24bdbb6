internal import Auditing
internal import People
internal import Storage

/// The wraps of one version of a person's number, held against what the log says of them.
///
/// Collecting seals a number to every purpose declared, so a wrap that is missing or marked erased
/// without a purge in the log was tampered with; passing it over would look like disposal.
struct VersionWraps {
  private let vault: Vault
  private let person: VerifiedPerson
  private let version: NumberVersion
  private let rows: [WrapRow]

  init(
    _ vault: Vault, of person: VerifiedPerson, _ version: NumberVersion
  ) throws(CustodyError) {
    self.vault = vault
    self.person = person
    self.version = version
    do throws(StorageError) {
      rows = try vault.store.wraps(
        person: person.row, object: .number, version: version.version)
    } catch {
      throw CustodyError(error)
    }
  }

  /// The purposes, declared and not purged, for which the version still opens.
  ///
  /// - Throws: `.integrity` that names the row.
  func livePurposes() throws(CustodyError) -> [String] {
    try live(
      of: person.record.declaredPurposes.filter { person.record.purgedOn($0) == nil })
  }

  /// The same of some purposes, all declared and not purged.
  ///
  /// - Throws: `.integrity` that names the row.
  func live(of purposes: [String]) throws(CustodyError) -> [String] {
    var live: [String] = []
    for name in purposes where try isLive(for: name) { live.append(name) }
    if !live.isEmpty { try checkNumber() }
    return live
  }

  private func isLive(for purpose: String) throws(CustodyError) -> Bool {
    let key = vault.authority.key(purpose).map { Int64($0.number) }
    let mine = rows.filter { $0.header.key == key }
    if mine.contains(where: { !$0.header.isErased }) { return true }
    // A purpose declared after the number was changed never had a wrap of the old one, nor one that
    // no form carries for such a person of any.
    let isSealed = person.record.mustHaveWrap(
      of: version.version, for: purpose)
    if mine.isEmpty, !isSealed { return false }
    guard try !PurgeTrail(vault).shows(purpose, version.version, of: person) else { return false }
    guard let tombstone = mine.last else {
      throw CustodyError(
        .integrity("keys.sqlite: the wrap of \(name) for \(purpose) is missing"))
    }
    throw Self.planted("keys.sqlite: wrap row \(tombstone.header.id)", name)
  }

  /// What opens has a number to open.
  private func checkNumber() throws(CustodyError) {
    let row: NumberRow?
    do throws(StorageError) {
      row = try vault.store.number(person: person.row, version: version.version)
    } catch {
      throw CustodyError(error)
    }
    guard let row else {
      throw CustodyError(.integrity("vault.sqlite: the number of \(name) is missing"))
    }
    if row.isErased { throw Self.planted("vault.sqlite: number row \(row.id)", name) }
  }

  private var name: String { "\(person.record.code.text) version \(version.version)" }

  private static func planted(_ row: String, _ name: String) -> CustodyError {
    CustodyError(
      .integrity("\(row) of \(name) is marked erased, and the log shows no purge of it"))
  }
}
