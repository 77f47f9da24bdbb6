public import People
public import Rules

/// Makes a verification report as people come; of those who are verified it keeps counts only.
public struct VerificationReportBuilder {
  let reader: VerificationReader
  private(set) var people = 0
  private(set) var notLookedAt = 0
  private(set) var datesAssumed = 0
  private(set) var counter = FigureCounter<VerificationSubject>()
  private(set) var lines: [(order: CodeOrder, line: VerificationLine)] = []

  /// Begins a report.
  ///
  /// - Parameter asOf: The day whose rules say what to ask for.
  public init(under policy: Policy, asOf: CalendarDate) {
    reader = VerificationReader(policy: policy, asOf: asOf)
  }

  /// Adds a person with what is known of the evidence.
  public mutating func add(_ person: PersonSummary, _ evidence: VerificationFinding) {
    let line = reader.line(of: person, evidence)
    people += 1
    if line.evidence == .sealed { notLookedAt += 1 }
    if case .judged(let answer) = line.evidence, answer.assumesDates { datesAssumed += 1 }
    counter.add(
      VerificationSubject(standing: line.standing, reason: reason(of: line)), entry: person.pin)
    if line.standing != .verified { lines.append((CodeOrder(person.code), line)) }
  }

  /// The report of everybody added.
  public func report() -> VerificationReport { VerificationReport(self) }

  /// The rule or the reason; of who is unverified, what is missing.
  private func reason(of line: VerificationLine) -> String? {
    switch line.standing {
    case .unverified:
      line.evidence == .sealed
        ? VerificationSubject.evidenceNotLookedAt : line.missing.first?.shortfall.id ?? line.reason
    case .employeeVerifies: line.missing.isEmpty ? nil : VerificationSubject.category3Unverified
    default: line.reason
    }
  }
}
