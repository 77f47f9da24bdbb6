internal import Auditing
internal import People

/// Notes in a person's record what was destroyed.
struct GoneNumbers {
  private let vault: Vault

  init(_ vault: Vault) { self.vault = vault }

  /// A purpose is purged when no version opens for it, a version when it opens for nothing: an
  /// old number that goes before the one in use takes nothing from that.
  ///
  /// - Parameter days: When it was destroyed for a purpose, where that was not today.
  func note(
    _ purposes: Set<String>, by wraps: PersonWraps, in record: inout PersonRecord,
    on days: [String: CalendarDate] = [:]
  ) {
    for purpose in purposes.sorted() {
      let key = vault.authority.key(purpose).map { Int64($0.number) }
      let isLive = record.versions.contains { version in
        key.map { wraps.isLive(version.version, under: $0) } ?? false
      }
      // What was destroyed before was destroyed on its day.
      guard !isLive, record.purgedOn(purpose) == nil else { continue }
      record.notePurge(of: purpose, on: days[purpose] ?? vault.today)
    }
    for (place, version) in record.versions.enumerated() where version.how != .purged {
      guard !wraps.isLive(version.version) else { continue }
      record.versions[place] = NumberVersion(
        version: version.version, declaredOn: version.declaredOn,
        replacedOn: version.replacedOn, how: .purged, usable: false)
      record.forgetSecondEntry(of: version.version)
      record.forgetVerification(of: version.version)
    }
  }
}
