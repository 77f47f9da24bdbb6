internal import Auditing
internal import JSON
public import People
public import Rules
internal import Sealing
internal import Wording

/// Records what happens in a person's working life; retention is computed from it.
public struct PersonEvents {
  private let session: Session
  private var vault: Vault { session.vault }

  /// Records as the session's user.
  public init(_ session: Session) { self.session = session }

  /// A person leaves; it ends the purposes of each dependent too, but for those removed before.
  ///
  /// - Returns: The codes that were changed.
  /// - Throws: `.usage` for a day before the employment began.
  @discardableResult
  public func leave(
    _ code: PersonCode, on date: CalendarDate, reason: LeaveReason?, lastPaidOn: CalendarDate?
  ) throws(CustodyError) -> [PersonCode] {
    try session.require(.leave)
    let household = try household(code)
    if let began = household.first?.record.employedSince {
      for (name, day) in [("leaving", date), ("last pay", lastPaidOn)] {
        guard let day, day < began else { continue }
        throw CustodyError(
          .usage("the \(name) is before the employment, which began on \(began.isoText)"))
      }
    }
    return try change(household, "leave", { _ in ["on": .string(date.isoText)] }) { record in
      if record.code.isDependent, record.wasRemoved(by: date) { return }
      record.leftOn = date
      record.leaveReason = reason ?? record.leaveReason
      record.lastPaidOn = lastPaidOn ?? record.lastPaidOn
    }
  }

  /// Takes a leaving back that was recorded by mistake, from the dependents too.
  ///
  /// - Returns: The codes that were changed.
  /// - Throws: `.notFound` when nobody left.
  @discardableResult
  public func undoLeave(_ code: PersonCode) throws(CustodyError) -> [PersonCode] {
    try session.require(.leave)
    let household = try household(code)
    guard let left = household.first?.record.leftOn else {
      throw CustodyError(.notFound("the leaving of \(code.text)"))
    }
    return try change(household, "leave-undo", { _ in ["on": .string(left.isoText)] }) { record in
      guard record.leftOn == left else { return }
      record.leftOn = nil
      record.leaveReason = nil
      record.lastPaidOn = nil
    }
  }

  /// Adds an event to a person; what is recorded wins over what was derived.
  ///
  /// An employee's leaving, death and re-hire are carried, as derived, to each dependent who had not
  /// been removed before.
  ///
  /// - Returns: The codes that were changed.
  /// - Throws: `.usage` for an event that lacks what its kind must say, or that no retention rule
  ///   could count.
  @discardableResult
  public func add(_ event: LifeEvent, to code: PersonCode) throws(CustodyError) -> [PersonCode] {
    try session.require(.event)
    try check(event)
    let carried = event.carried
    return try change(
      try concerned(by: event, of: code), "event",
      { ($0.code == code ? event : carried ?? event).detail }
    ) { record in
      if record.code == code {
        record.add(event)
      } else if let carried, record.isTouched(by: carried) {
        record.add(carried)
      }
    }
  }

  /// Takes an event back that was recorded by mistake, and what was carried to the dependents.
  ///
  /// What was derived of the same stays, and is taken back only where nothing was recorded.
  ///
  /// - Parameter event: The same kind, year or day, purpose and form.
  /// - Returns: The codes that were changed.
  /// - Throws: `.notFound` when there is no such event.
  @discardableResult
  public func takeBack(
    _ event: LifeEvent, from code: PersonCode
  ) throws(CustodyError) -> [PersonCode] {
    try session.require(.event)
    guard let person = try vault.person(code),
      person.record.events.contains(where: event.isSame(as:))
    else { throw CustodyError(.notFound("the event of \(code.text)")) }
    let carried = carriedAlone(by: event, of: person.record)
    return try change(
      try concerned(by: event, of: code), "event-undo",
      { ($0.code == code ? event : carried ?? event).detail }
    ) { record in
      if record.code == code {
        _ = record.takeBack(event)
      } else if let carried {
        record.takeBack(derived: carried)
      }
    }
  }

  /// Records for everybody whose need for a purpose ended before a day, and whose matter is only
  /// presumed to be completed, that it is.
  ///
  /// - Parameter date: The day of completion; nil takes each presumed one. Who left after it, and
  ///   whose presumed day lies ahead, is passed over.
  /// - Returns: The codes that were changed.
  /// - Throws: `.usage` for a purpose whose matters are not completed on a day.
  public func complete(
    _ purpose: PurposeID, leftBefore day: CalendarDate, on date: CalendarDate?
  ) throws(CustodyError) -> [PersonCode] {
    try session.require(.event)
    let probe = LifeEvent(.matterCompleted, on: date ?? vault.today, purpose: purpose.rawValue)
    try check(probe)
    let (retention, today) = (vault.policy.retention, vault.today)
    var completions: [PersonCode: LifeEvent] = [:]
    var people: [VerifiedPerson] = []
    try vault.forEachPerson { (person) throws(CustodyError) in
      guard let known = retention.presumedCompletion(of: purpose, for: person.record),
        known.ended < day, date.map({ known.ended <= $0 }) ?? true
      else { return }
      let completed = date ?? known.completed
      guard completed <= today else { return }
      completions[person.record.code] = LifeEvent(
        .matterCompleted, on: completed, purpose: purpose.rawValue)
      people.append(person)
    }
    return try change(people, "event", { completions[$0.code]?.detail ?? [:] }) { record in
      if let event = completions[record.code] { record.add(event) }
    }
  }

  /// What an event alone carries to the dependents: a leaving stands with the death of that day.
  private func carriedAlone(by event: LifeEvent, of record: PersonRecord) -> LifeEvent? {
    let stays = record.events.count { event.isSame(as: $0) } > 1
    let carried = event.carried
    let others = record.events.contains { !event.isSame(as: $0) && $0.carried == carried }
    return stays || others ? nil : carried
  }

  /// Those to whom an event is recorded, the person first.
  private func concerned(
    by event: LifeEvent, of code: PersonCode
  ) throws(CustodyError) -> [VerifiedPerson] {
    event.carried == nil ? [try vault.requirePerson(code)] : try household(code)
  }

  private func check(_ event: LifeEvent) throws(CustodyError) {
    if let mistake = event.mistakes(asOf: vault.today).first {
      throw CustodyError(.usage(mistake.phrase))
    }
    let policy = vault.policy
    if let form = event.form, policy.form(FormCopyID(rawValue: form)) == nil {
      throw CustodyError(.usage("the policy has no such form copy"))
    }
    guard let name = event.purpose else { return }
    let purpose = PurposeID(rawValue: name)
    guard policy.purpose(purpose) != nil else {
      throw CustodyError(.usage("the policy has no such purpose"))
    }
    // A purpose that goes by income years ends with the employment, never before.
    guard policy.retention.isCompleted(purpose) || !event.kind.endsOneMatter else {
      throw CustodyError(.usage("no matter of \(name) is completed on a day"))
    }
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
    let person = try vault.requirePerson(code)
    let hold = Hold(id: person.record.nextHoldID, reason: text.text, until: until)
    try change(code, "hold-add", ["hold": .string(hold.id)]) { $0.holds.append(hold) }
    return hold.id
  }

  /// Ends a hold.
  public func release(_ code: PersonCode, hold: String) throws(CustodyError) {
    try session.require(.hold)
    guard let person = try vault.person(code),
      person.record.holds.contains(where: { $0.id == hold })
    else { throw CustodyError(.notFound("hold \(hold) of \(code.text)")) }
    try change(code, "hold-remove", ["hold": .string(hold)]) {
      $0.holds.removeAll { $0.id == hold }
    }
  }

  private func change(
    _ code: PersonCode, _ action: String, _ detail: [String: CanonicalValue],
    _ body: (inout PersonRecord) -> Void
  ) throws(CustodyError) {
    let person = try vault.requirePerson(code)
    try change([person], action, { _ in detail }, body)
  }

  /// Writes those whom the body changes, in one commit.
  @discardableResult
  private func change(
    _ people: [VerifiedPerson], _ action: String,
    _ detail: (PersonRecord) -> [String: CanonicalValue], _ body: (inout PersonRecord) -> Void
  ) throws(CustodyError) -> [PersonCode] {
    var changed: [(person: VerifiedPerson, record: PersonRecord)] = []
    for person in people {
      var record = person.record
      body(&record)
      if record != person.record { changed.append((person, record)) }
    }
    guard !changed.isEmpty else { return [] }
    let transaction = try Transaction(vault, touchesKeys: false)
    for (person, record) in changed {
      var content = session.entry(action)
      content.person = record.code.text
      content.detail = detail(record)
      try RecordWriting(vault).write(record, of: person, content, in: transaction)
    }
    try transaction.finish(signedBy: session.secrets.signer)
    return changed.map(\.record.code)
  }

  /// The person and, for an employee, each dependent.
  private func household(_ code: PersonCode) throws(CustodyError) -> [VerifiedPerson] {
    let person = try vault.requirePerson(code)
    return code.isDependent ? [person] : [person] + (try session.family(of: code))
  }
}

extension LifeEvent {
  /// What an entry says of the event.
  fileprivate var detail: [String: CanonicalValue] {
    var detail: [String: CanonicalValue] = ["event": .string(kind.english)]
    if let date { detail["on"] = .string(date.isoText) }
    if let year { detail["year"] = .integer(year) }
    if let purpose { detail["purpose"] = .string(purpose) }
    if let form { detail["form"] = .string(form) }
    return detail
  }
}

extension LifeEventKind {
  /// Whether it ends, or completes, the matter of one purpose.
  fileprivate var endsOneMatter: Bool {
    switch self {
    case .matterCompleted, .insuranceBegan, .insuranceEnded, .contractEnded: true
    default: false
    }
  }
}
