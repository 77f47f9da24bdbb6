public import JSON
internal import People

extension IncidentAnswer {
  /// Canonical JSON (RFC 8785) and a final newline.
  ///
  /// `format`; `case`, as ``IncidentCase/json()`` writes it; `reportable`; `duties`, each with `who`
  /// (`employer`, `contractor`), `knownOn`, `mustReport`, `exemption` (null where nothing frees it),
  /// `items`, each a reason with its `article` and `since`, `clocks`, each with `clock` (`tell-employer`, `first-report`,
  /// `final-report`), `dayOne`, `days`, `from` (the first day of a guide), `counted`, `due`, `moved`,
  /// `guide` and `reason`, and `notice`; `exclusions`, `missing` and `questions`. A reason has `id`, `ja`,
  /// `en` and `articles`.
  public func json() -> [UInt8] { value.encoded() + [0x0A] }

  /// The answer as one value, for a document that holds it.
  public var value: CanonicalValue {
    .object([
      "format": .string("mynumber-incident-answer-1"), "case": question.value,
      "reportable": .bool(isReportable), "duties": .array(duties.map(Self.value)),
      "exclusions": Self.values(exclusions), "missing": Self.values(missing),
      "questions": Self.values(questions),
    ])
  }

  private static func value(_ duty: IncidentDuty) -> CanonicalValue {
    .object([
      "who": .string(duty.party.rawValue), "knownOn": .string(duty.knownOn.isoText),
      "mustReport": .bool(duty.mustReport), "exemption": duty.exemption?.value ?? .null,
      "items": .array(duty.findings.map(value)), "clocks": .array(duty.clocks.map(value)),
      "notice": duty.mustReport ? IncidentDuty.notice.value : .null,
    ])
  }

  private static func value(_ finding: IncidentFinding) -> CanonicalValue {
    var members = finding.item.reason.members
    members["since"] = .string(finding.since.isoText)
    return .object(members)
  }

  private static func value(_ clock: IncidentClock) -> CanonicalValue {
    var members: [String: CanonicalValue] = [
      "clock": .string(clock.kind.rawValue), "dayOne": .string(clock.dayOne.isoText),
      "days": .integer(clock.days), "counted": .string(clock.counted.isoText),
      "due": .string(clock.due.isoText), "moved": .bool(clock.isMoved),
      "guide": .bool(clock.isGuide), "reason": clock.reason.value,
    ]
    if let from = clock.from { members["from"] = .string(from.isoText) }
    return .object(members)
  }

  private static func values(_ reasons: [IncidentReason]) -> CanonicalValue {
    .array(reasons.map(\.value))
  }
}

extension IncidentReason {
  fileprivate var members: [String: CanonicalValue] {
    [
      "id": .string(id), "ja": .string(ja), "en": .string(en),
      "articles": .array(articles.map(CanonicalValue.string)),
    ]
  }

  fileprivate var value: CanonicalValue { .object(members) }
}
