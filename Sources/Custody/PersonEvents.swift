internal import Auditing
internal import JSON
public import People
internal import Rules
internal import Sealing

/// Records what happens in a person's working life; retention is computed from it.
public struct PersonEvents {
  private let session: Session
  private var vault: Vault { session.vault }

  /// Records as the session's user.
  public init(_ session: Session) { self.session = session }

  /// A person leaves; it ends the purposes of each dependent too.
  ///
  /// - Returns: The codes that were changed.
  @discardableResult
  public func leave(
    _ code: PersonCode, on date: CalendarDate, reason: LeaveReason?, lastPaidOn: CalendarDate?
  ) throws(CustodyError) -> [PersonCode] {
    try session.require(.leave)
    let household = try household(code)
    let transaction = try Transaction(vault, touchesKeys: false)
    for person in household {
      var record = person.record
      record.leftOn = date
      record.leaveReason = reason ?? record.leaveReason
      record.lastPaidOn = lastPaidOn ?? record.lastPaidOn
      var content = session.entry("leave")
      content.person = record.code.text
      content.detail["on"] = .string(date.isoText)
      try RecordWriting(vault).write(record, of: person, content, in: transaction)
    }
    try transaction.finish(signedBy: session.secrets.signer)
    return household.map(\.record.code)
  }

  /// Adds an event to a person; a recorded one replaces a derived one.
  public func add(_ event: LifeEvent, to code: PersonCode) throws(CustodyError) {
    try session.require(.event)
    try change(code, "event", ["event": event.kind.english]) { $0.add(event) }
  }

  /// Keeps a number past its disposal for a reason, such as a dispute in court.
  ///
  /// - Returns: The hold's id.
  public func hold(
    _ code: PersonCode, reason: String, until: CalendarDate?
  ) throws(CustodyError) -> String {
    try session.require(.hold)
    let text: FreeText
    do throws(AuditingError) {
      text = try FreeText(reason)
    } catch {
      throw CustodyError(error)
    }
    guard let person = try vault.person(code) else {
      throw CustodyError(.notFound("person \(code.text)"))
    }
    let number = (person.record.holds.compactMap { Int($0.id.dropFirst()) }.max() ?? 0) + 1
    let hold = Hold(id: "h\(number)", reason: text.text, until: until)
    try change(code, "hold-add", ["hold": hold.id]) { $0.holds.append(hold) }
    return hold.id
  }

  /// Ends a hold.
  public func release(_ code: PersonCode, hold: String) throws(CustodyError) {
    try session.require(.hold)
    guard let person = try vault.person(code),
      person.record.holds.contains(where: { $0.id == hold })
    else { throw CustodyError(.notFound("hold \(hold) of \(code.text)")) }
    try change(code, "hold-remove", ["hold": hold]) { $0.holds.removeAll { $0.id == hold } }
  }

  private func change(
    _ code: PersonCode, _ action: String, _ detail: [String: String],
    _ body: (inout PersonRecord) -> Void
  ) throws(CustodyError) {
    guard let person = try vault.person(code) else {
      throw CustodyError(.notFound("person \(code.text)"))
    }
    var record = person.record
    body(&record)
    guard record != person.record else { return }
    var content = session.entry(action)
    content.person = code.text
    content.detail = detail.mapValues { .string($0) }
    let transaction = try Transaction(vault, touchesKeys: false)
    try RecordWriting(vault).write(record, of: person, content, in: transaction)
    try transaction.finish(signedBy: session.secrets.signer)
  }

  /// The person and, for an employee, each dependent.
  private func household(_ code: PersonCode) throws(CustodyError) -> [VerifiedPerson] {
    guard let person = try vault.person(code) else {
      throw CustodyError(.notFound("person \(code.text)"))
    }
    return code.isDependent ? [person] : [person] + (try session.family(of: code))
  }
}
