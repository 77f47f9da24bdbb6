import People
public import Rules

extension IncidentRow {
  /// An answer in the words of the table: employer, first report, final report, contractor.
  public static func words(of answer: IncidentAnswer) -> [String] {
    let employer = answer.duty(of: .employer)
    let first = employer?.clock(.firstReport)
    let final = employer?.clock(.finalReport)
    return [
      employer.map(items) ?? "-",
      first.map { "\($0.from?.isoText ?? "")..\($0.due.isoText)" } ?? "",
      final.map { "\($0.days) \($0.due.isoText)" } ?? "", contractor(answer),
    ]
  }

  /// The ids of exclusions, of what is missing, of questions.
  public static func reasons(of answer: IncidentAnswer) -> [String] {
    (answer.exclusions + answer.missing + answer.questions).map(\.id)
  }

  private static func items(_ duty: IncidentDuty) -> String {
    guard !duty.findings.isEmpty else { return "none" }
    return duty.findings.map { "\($0.item.rawValue) \($0.since.isoText)" }.joined(separator: ", ")
  }

  private static func contractor(_ answer: IncidentAnswer) -> String {
    guard let duty = answer.duty(of: .contractor), !duty.findings.isEmpty else { return "none" }
    guard duty.mustReport else { return "exempt" }
    return duty.clocks.map(\.due.isoText).joined(separator: " ")
  }
}
