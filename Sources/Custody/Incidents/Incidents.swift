public import Auditing
internal import JSON
public import People
internal import Rules
internal import Sealing
internal import Wording

/// Incidents (漏えい等) in the log: opened, looked into, reported (ガイドライン別添1 C-d, 別添2).
///
/// Whoever may audit does it: no key is needed, and nobody's number or name is seen.
public struct Incidents {
  private let session: Session
  private var vault: Vault { session.vault }

  /// Acts as the session's user.
  public init(_ session: Session) { self.session = session }

  /// Opens an incident by a signed entry.
  ///
  /// - Returns: The index of the entry, by which the incident is named.
  /// - Throws: `.refused` for who may not audit; `.badInput` for a text that is too long or could
  ///   hold a number; `.usage` for a day that has not come, or one before the duty to report.
  public func open(_ opening: IncidentOpening) throws(CustodyError) -> Int {
    try session.require(.audit)
    try check(opening)
    var content = session.entry(IncidentRecord.action)
    content.reason = try FreeText(kept: opening.what).text
    content.detail = [
      "known_on": .string(opening.knownOn.isoText), "cause": .string(opening.cause.rawValue),
      "harms": .array(opening.harms.members.map { .string($0.rawValue) }),
    ]
    if let day = opening.occurredOn { content.detail["occurred_on"] = .string(day.isoText) }
    content.detail["people"] = opening.people.map(CanonicalValue.integer)
    if let finder = opening.foundBy {
      content.detail["found_by"] = .string(try FreeText(kept: finder).text)
    }
    return try session.record(content, for: .audit)
  }

  /// Notes by a signed entry what became known of an incident.
  ///
  /// - Returns: The index of the entry.
  /// - Throws: `.refused` for who may not audit; `.usage` for no fact, for an incident that the log
  ///   does not have, for facts that contradict the harms, and for days that have not come.
  public func add(_ facts: IncidentFacts, to incident: Int) throws(CustodyError) -> Int {
    try session.require(.audit)
    let file = try file(incident)
    try check(facts, of: file)
    var content = session.entry(IncidentFacts.action)
    content.detail = facts.detail
    content.detail["incident"] = .integer(incident)
    return try session.record(content, for: .audit)
  }

  /// Makes durable that somebody looks into an incident, or drafts its report, before it is shown.
  ///
  /// - Parameters:
  ///   - incident: The index of the entry that opened it.
  ///   - source: From what the people are found, such as `user u7`.
  ///   - people: How many were found.
  ///   - outcome: Whether it is reported, and until when.
  ///   - draft: `first-report` or `final-report`; nil for an assessment.
  public func note(
    _ incident: Int, source: String, people: Int, outcome: IncidentOutcome, draft: String? = nil
  ) throws(CustodyError) {
    try session.require(.audit)
    var content = session.entry(draft == nil ? IncidentBook.assess : IncidentBook.draft)
    content.count = people
    content.detail = outcome.detail
    content.detail["incident"] = .integer(incident)
    content.detail["source"] = try Session.word(source)
    content.detail["draft"] = draft.map(CanonicalValue.string)
    try session.record([content])
  }

  /// Notes by a signed entry that an incident was reported, or the people were told.
  ///
  /// - Parameter reference: The receipt's number, or whom: a free text.
  /// - Returns: The index of the entry.
  /// - Throws: `.refused` for who may not audit; `.usage` for an incident that the log does not have,
  ///   and for a day before that of knowing or that has not come; `.badInput` for the text.
  public func record(
    _ kind: IncidentTelling.Kind, of incident: Int, on day: CalendarDate, reference: String? = nil
  ) throws(CustodyError) -> Int {
    try session.require(.audit)
    let known = try file(incident).opening.knownOn
    guard day <= vault.today else { throw CustodyError(.usage("a day that has not come yet")) }
    guard known <= day else { throw CustodyError(.usage("nobody knew before \(known)")) }
    var content = session.entry(IncidentTelling.action)
    if let reference { content.reason = try FreeText(kept: reference).text }
    content.detail = [
      "incident": .integer(incident), "kind": .string(kind.rawValue), "on": .string(day.isoText),
    ]
    return try session.record(content, for: .audit)
  }

  /// An incident as its entries tell.
  private func file(_ incident: Int) throws(CustodyError) -> IncidentFile {
    let incidents = try vault.book(IncidentBook.self).incidents
    guard let known = incidents.first(where: { $0.opening == incident }) else {
      throw CustodyError(.usage("entry \(incident) opens no incident"))
    }
    return known.file
  }

  private func check(
    _ facts: IncidentFacts, of file: IncidentFile
  ) throws(CustodyError) {
    guard !facts.isEmpty else { throw CustodyError(.usage("no fact is given")) }
    var harms = file.harms
    harms.formUnion(facts.harms)
    if facts.isOpenToMany == true || facts.isRecoveredUnseen == true, !harms.contains(.leak) {
      throw CustodyError(
        .usage("what many can see, or what came back, is a leak: the incident is none"))
    }
    if facts.hasCopy == true, !harms.contains(.loss), !harms.contains(.damage) {
      throw CustodyError(.usage("a copy mends loss and damage: the incident is neither"))
    }
    if facts.wrongfulOn != nil, file.cause.isWrongful {
      throw CustodyError(.usage("the cause says already that a wrongful purpose is likely"))
    }
    try check(people: facts.people)
    try checkDays(facts, of: file)
  }

  private func check(people: Int?) throws(CustodyError) {
    if let people, !(1...1_000_000_000).contains(people) {
      throw CustodyError(.usage("a number of people from 1 on is expected"))
    }
  }

  private func checkDays(
    _ facts: IncidentFacts, of file: IncidentFile
  ) throws(CustodyError) {
    if let on = facts.on, on < file.opening.knownOn {
      throw CustodyError(.usage("nobody knew before \(file.opening.knownOn)"))
    }
    let days = [facts.on, facts.wrongfulOn, facts.contractorKnewOn, facts.contractorToldOn]
    guard days.allSatisfy({ $0.map { $0 <= vault.today } ?? true }) else {
      throw CustodyError(.usage("a day that has not come yet"))
    }
    guard let told = facts.contractorToldOn else { return }
    guard let knew = facts.contractorKnewOn ?? file.facts.contractorKnewOn, knew <= told else {
      throw CustodyError(.usage("a contractor tells once it knows: give the day of both"))
    }
  }

  private func check(_ opening: IncidentOpening) throws(CustodyError) {
    try check(people: opening.people)
    guard !opening.harms.isEmpty else { throw CustodyError(.usage("an incident has a harm")) }
    guard opening.knownOn <= vault.today else {
      throw CustodyError(.usage("the day of knowing has not come yet"))
    }
    guard opening.knownOn >= IncidentCase.inForce else {
      throw CustodyError(
        .usage("the duty to report an incident began on \(IncidentCase.inForce) (番号法29条の4第1項)"))
    }
    if let day = opening.occurredOn, day > opening.knownOn {
      throw CustodyError(.usage("an incident cannot happen after the day of knowing"))
    }
  }
}
