public import Auditing
public import People
public import Rules

/// Whom an incident concerns, what was exposed, and whether and when that is reported.
///
/// Codes, purposes and forms with the entries behind each; no name and no number.
///
/// Source: 番号法29条の4; ガイドライン別添2-2 (investigation and scope).
public struct IncidentAssessment: Sendable {
  /// The entry that opened it.
  public let opening: IncidentRecord
  /// From what the people were found.
  public let source: IncidentSource
  /// The first day of what was read; nil for no bound.
  public let from: CalendarDate?
  /// The last day of it.
  public let to: CalendarDate?
  /// How many entries of the log were gone through.
  public let entries: Int
  /// In which state the numbers went out.
  public let encryption: IncidentEncryption
  /// The people, by code.
  public let people: [IncidentPerson]
  /// How many people by purpose and form.
  let exposed: [Figure<ExposureSubject>]
  /// The register's line of a lost file.
  public let file: ExportRecord?
  /// Copies of the other of the two files that stand.
  public let copies: [BackupRecord]
  let names: ReportNames

  /// The judgement on the facts of the opening and the people found; nil where nobody's number is
  /// concerned.
  ///
  /// It takes the most people it can concern, and of the encryption what this program can show.
  public var answer: IncidentAnswer? {
    guard atMost > 0 else { return nil }
    var question = IncidentCase(
      knownOn: opening.knownOn, harms: opening.harms, cause: opening.cause, people: atMost)
    question.protection = encryption.protection
    // An insider holds keys, and what a contractor's key opens may be lost with the contractor's key.
    if opening.cause == .insider || encryption == .sealedForContractor {
      question.protection?.isKeyApart = false
    }
    return IncidentAnswer(question)
  }

  /// Whether it is reported, as far as the log and the register know.
  public var verdict: IncidentVerdict {
    guard let answer else { return .unknown }
    if answer.isReportable { return .required }
    if answer.exclusions.contains(where: { $0.id == "encrypted" }) { return .freeIfKeysAreSafe }
    // Whether many could see it, or what caused it, the log does not tell; either decides (規則2条).
    return [.misconfigured, .unknown].contains(opening.cause) ? .unknown : .notRequired
  }

  /// The most people it can concern: those found, or as many as the register counts numbers in the
  /// file, each person once.
  public var atMost: Int {
    max(people.count, file.map { min($0.people, $0.numbers ?? $0.people) } ?? 0)
  }
}
