internal import Auditing
internal import JSON
public import People
public import Rules
internal import Sealing
internal import Wording

/// Marks as done what a changed or wrong number asks for: offices told, documents corrected.
public struct NumberChanges {
  private let session: Session
  private var vault: Vault { session.vault }

  /// Records as the session's user.
  public init(_ session: Session) { self.session = session }

  /// Marks a person's open tasks of an office as done, and notes the filing that it was.
  ///
  /// - Parameters:
  ///   - office: An office or a rule of the policy.
  ///   - year: Of yearly documents only that income year; nil for all.
  /// - Returns: The tasks marked.
  /// - Throws: `.usage` for a day ahead or before the change, `.notFound` if nothing is open there,
  ///   `.badInput` for a receipt that is too long or could hold a number.
  @discardableResult
  public func done(
    _ code: PersonCode, office: String, year: Int? = nil, on date: CalendarDate,
    receipt: String? = nil
  ) throws(CustodyError) -> [NumberChangeTask] {
    try session.require(.event)
    let receipt = try receipt.map { text throws(CustodyError) in try FreeText(kept: text).text }
    guard date <= vault.today else { throw CustodyError(.usage("the day lies ahead")) }
    let person = try vault.requirePerson(code)
    let open = tasks(of: person.record, office, year).filter(\.isOpen)
    guard let first = open.map(\.replacedOn).min() else {
      throw CustodyError(.notFound("an open change of \(code.text) for \(office)"))
    }
    let marked = open.filter { $0.replacedOn <= date }
    guard !marked.isEmpty else {
      throw CustodyError(.usage("the day is before the change of \(first.isoText)"))
    }
    var record = person.record
    for task in marked { mark(task, on: date, receipt, in: &record) }
    try write(record, of: person, "change-done", marked, on: date, receipt)
    return marked
  }

  /// Takes marks back that were a mistake, with the filing noted by them.
  ///
  /// - Throws: `.notFound` if nothing was marked for that day.
  public func takeBack(
    _ code: PersonCode, office: String, year: Int? = nil, on date: CalendarDate
  ) throws(CustodyError) {
    try session.require(.event)
    let person = try vault.requirePerson(code)
    let marked = tasks(of: person.record, office, year).filter { $0.done?.date == date }
    guard !marked.isEmpty else {
      throw CustodyError(.notFound("a change of \(code.text) done for \(office)"))
    }
    var record = person.record
    record.changesDone.removeAll { done in marked.contains { $0.done == done } }
    for task in marked { takeBackFiling(of: task, on: date, in: &record) }
    try write(record, of: person, "change-undo", marked, on: date, nil)
  }

  private func tasks(
    of record: PersonRecord, _ office: String, _ year: Int?
  ) -> [NumberChangeTask] {
    vault.policy.numberChanges.tasks(of: record).filter { task in
      (task.rule.office == office || task.rule.id == office) && (year == nil || task.year == year)
    }
  }

  private func mark(
    _ task: NumberChangeTask, on date: CalendarDate, _ receipt: String?,
    in record: inout PersonRecord
  ) {
    record.changesDone.append(
      ChangeDone(
        version: task.version, rule: task.rule.id, year: task.year, date: date, receipt: receipt,
        by: session.account.id))
    if let event = event(of: task, on: date) { record.add(event) }
  }

  /// One filing may have told two offices, and one that somebody recorded stays.
  private func takeBackFiling(
    of task: NumberChangeTask, on date: CalendarDate, in record: inout PersonRecord
  ) {
    guard let event = event(of: task, on: date), record.events.contains(event) else { return }
    let others = vault.policy.numberChanges.tasks(of: record).filter { $0.done?.date == date }
    if !others.contains(where: { self.event(of: $0, on: date) == event }) {
      record.takeBack(derived: event)
    }
  }

  /// What retention has to know: a notice with the number was filed, the ledger was set right.
  ///
  /// A corrected slip is of a year that counts already.
  private func event(of task: NumberChangeTask, on date: CalendarDate) -> LifeEvent? {
    if task.year != nil { return nil }
    if vault.policy.form(task.rule.form)?.recipient == .employer {
      return LifeEvent(.changeNoticeReceived, on: date, basis: .derived)
    }
    return LifeEvent(.noticeFiled, on: date, form: task.rule.form.rawValue, basis: .derived)
  }

  private func write(
    _ record: PersonRecord, of person: VerifiedPerson, _ action: String,
    _ tasks: [NumberChangeTask], on date: CalendarDate, _ receipt: String?
  ) throws(CustodyError) {
    var content = session.entry(action)
    content.person = record.code.text
    let names = tasks.map { task in
      [task.rule.id, "v\(task.version)", task.year.map(String.init)].compactMap { $0 }
        .joined(separator: ":")
    }
    content.detail = [
      "on": .string(date.isoText), "tasks": .string(names.joined(separator: ",")),
    ]
    content.detail["receipt"] = receipt.map(CanonicalValue.string)
    let transaction = try Transaction(vault, touchesKeys: false)
    try RecordWriting(vault).write(record, of: person, content, in: transaction)
    try transaction.finish(signedBy: session.secrets.signer)
  }
}
