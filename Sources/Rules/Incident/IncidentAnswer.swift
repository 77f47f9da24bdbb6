/// Whether an incident is reported, by whom, under which items and until when.
///
/// Source: 番号法29条の4 and the rule under it (特定個人情報の漏えい等に関する報告等に関する規則), guideline
/// for businesses (番号法ガイドライン) annex 2.
public struct IncidentAnswer: Hashable, Sendable {
  /// What was asked.
  public let question: IncidentCase
  /// The employer's, and where a contractor knew first, the contractor's.
  public let duties: [IncidentDuty]
  /// Why what happened, or part of it, is outside of the duty.
  public let exclusions: [IncidentReason]
  /// What is not shown of the encryption that would free it.
  public let missing: [IncidentReason]
  /// What the sources leave open, with the reading taken.
  public let questions: [IncidentReason]

  /// Judges a case.
  public init(_ question: IncidentCase) {
    let trial = IncidentTrial(question)
    self.question = question
    duties = trial.duties
    exclusions = trial.exclusions
    missing = trial.missing
    questions = trial.questions
  }

  /// Whether somebody has to report.
  public var isReportable: Bool { duties.contains { !$0.findings.isEmpty } }

  /// The duty of a party; nil for one that cannot know yet.
  public func duty(of party: IncidentParty) -> IncidentDuty? {
    duties.first { $0.party == party }
  }
}
