internal import Auditing
internal import JSON
internal import People
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
    if let finder = opening.foundBy {
      content.detail["found_by"] = .string(try FreeText(kept: finder).text)
    }
    let transaction = try session.begin(.audit, touchesKeys: false)
    let index = transaction.nextIndex
    try transaction.add(content)
    try transaction.finish(signedBy: session.secrets.signer)
    return index
  }

  /// Makes durable that somebody looks into an incident, or drafts its report, before it is shown.
  ///
  /// - Parameters:
  ///   - incident: The index of the entry that opened it.
  ///   - source: From what the people are found, such as `user u7`.
  ///   - people: How many were found.
  ///   - draft: `first-report` or `final-report`; nil for an assessment.
  public func note(
    _ incident: Int, source: String, people: Int, draft: String? = nil
  ) throws(CustodyError) {
    try session.require(.audit)
    var content = session.entry(draft == nil ? "incident-assess" : "incident-report")
    content.count = people
    content.detail = ["incident": .integer(incident), "source": try Session.word(source)]
    content.detail["draft"] = draft.map(CanonicalValue.string)
    try session.record([content])
  }

  private func check(_ opening: IncidentOpening) throws(CustodyError) {
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
