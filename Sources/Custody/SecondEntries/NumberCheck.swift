internal import Auditing
internal import JSON
public import People
internal import Rules
internal import Sealing
internal import Wording

/// Records that somebody held a number against its document (ガイドライン別添1 B).
///
/// It stands in the place of a blind second entry where a firm is too small for one. The record says
/// who looked, when, and whether the two agreed; the number is not opened for it.
public struct NumberCheck {
  private let session: Session
  private var vault: Vault { session.vault }

  /// Records as the session's user.
  public init(_ session: Session) { self.session = session }

  /// Records a check of a person's number, which makes it usable or, until it is corrected, not.
  ///
  /// - Parameters:
  ///   - name: Who looked; at most 100 characters.
  ///   - date: When; no day before the number was provided, and none to come.
  /// - Throws: `.refused`, with an entry, for the user who entered the number first, as who looked or
  ///   as who records it; `.notFound`; `.usage` for the day or the name; `.badInput` where no check
  ///   is awaited.
  public func record(
    _ code: PersonCode, by name: String, on date: CalendarDate, agrees: Bool
  ) throws(CustodyError) {
    try session.require(.secondEntry)
    let looker: LoggedName = try CustodyError.gathering { try LoggedName(name) }
    let person = try session.rows.requirePerson(code)
    guard let current = person.record.current, current.how == .current,
      let waiting = person.record.secondEntry(of: current.version), waiting.state == .awaitingCheck
    else {
      throw CustodyError(
        .badInput([InputMistake(field: code.text, message: "no check of a number is awaited")]))
    }
    guard !isFirst(looker, of: waiting) else {
      return try session.refuse(.secondEntryBySame, action: .secondEntry, of: code)
    }
    guard date <= vault.today, date >= current.declaredOn else {
      throw CustodyError(
        .usage("a check is made between \(current.declaredOn.isoText) and today"))
    }
    var record = person.record
    record.note(
      waiting.moved(to: agrees ? .checked : .disagreed, by: session.account.id, on: date),
      usable: agrees)
    try write(record, of: person, current.version, looker, date, agrees)
  }

  /// Whether who looked, or who records it, is who entered the number first: two people are to see
  /// it.
  private func isFirst(_ looker: LoggedName, of entry: SecondEntry) -> Bool {
    entry.firstBy == session.account.id
      || vault.authority.users[entry.firstBy]?.name == looker.text
  }

  private func write(
    _ record: PersonRecord, of person: VerifiedPerson, _ version: Int, _ looker: LoggedName,
    _ date: CalendarDate, _ agrees: Bool
  ) throws(CustodyError) {
    var content = session.entry("number-check")
    content.person = record.code.text
    content.version = version
    content.detail = [
      "by": .string(looker.text), "on": .string(date.isoText), "agreed": .bool(agrees),
    ]
    let transaction = try Transaction(vault, touchesKeys: false)
    try RecordWriting(vault).write(record, of: person, content, in: transaction)
    try transaction.finish(signedBy: session.secrets.signer)
  }
}
