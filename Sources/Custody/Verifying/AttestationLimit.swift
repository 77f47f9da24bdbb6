internal import Auditing
internal import People
internal import Rules

/// The day before which a number was received, if somebody may answer for its verification: that on
/// which the vault was begun, in Japan.
struct AttestationLimit {
  private let day: CalendarDate

  init(_ vault: Vault) { day = vault.authority.createdAt.japanDate }

  /// Why the number in use cannot be attested; nil if it was received before the vault.
  ///
  /// - Parameter changedOn: The day of a change of the number that is about to be noted.
  func refusal(of record: PersonRecord, changedOn: CalendarDate? = nil) -> Refusal? {
    let received = max(Self.received(record), changedOn ?? .first)
    return received < day ? nil : .receivedSince(received, limit: day)
  }

  /// What a row says of a verification: who may attest does so by importing, but only what was
  /// received before the vault.
  ///
  /// - Parameter changedOn: The day of a change that the row's number is of.
  func verification(
    of draft: PersonDraft, _ record: PersonRecord, changedOn: CalendarDate?
  ) -> Verification {
    guard case .legacy(let today, let user) = draft.verification else { return draft.verification }
    var row = record
    row.verification = .claimed(on: draft.shown.columns.verifiedOn ?? today, by: user)
    let change = record.current?.how == .current ? changedOn : nil
    return refusal(of: row, changedOn: change) == nil ? draft.verification : row.verification
  }

  /// The day of a change of the number, else of the hiring, else of the verification as it is said,
  /// else of the import.
  private static func received(_ record: PersonRecord) -> CalendarDate {
    let hired = record.hiredOn ?? collected(record)
    guard let changed = record.numberChangedOn else { return hired }
    return max(hired, changed)
  }

  private static func collected(_ record: PersonRecord) -> CalendarDate {
    if case .claimed(let day, _) = record.verification { return day }
    return record.current?.declaredOn ?? .last
  }
}
