public import Auditing
public import People
public import Rules

/// Whom an incident concerns, what was exposed, and whether and when that is reported.
///
/// Codes, purposes and forms with the entries behind each; no name and no number.
///
/// Source: 番号法29条の4; ガイドライン別添2-2 (investigation and scope).
public struct IncidentAssessment: Sendable {
  /// The incident as its entries tell.
  public let incident: IncidentFile
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
  public let export: ExportRecord?
  /// The registration of a lost file outside the vault, of whose people the log tells nothing.
  public let registered: HandledFile?
  /// What was carried, posted or received and is lost, likewise; `registered` is that of which it is a
  /// part.
  public let moved: HandlingMove?
  /// Copies of the other of the two files that stand.
  public let copies: [BackupRecord]
  /// Whether the copy is of a log that a restore gave up: whom it held, this log does not tell.
  public let isOfGivenUpLog: Bool
  let names: ReportNames

  /// The judgement on the incident's facts and the people found; nil where nobody's number is
  /// concerned.
  ///
  /// It takes the most people it can concern, and of the encryption what this program can show. That
  /// the keys are apart is for the employer to show (番号法ガイドラインQ&A17-14): until somebody says so
  /// the clocks run.
  public var answer: IncidentAnswer? { answer(areKeysSafe: incident.facts.areKeysSafe ?? false) }

  private func answer(areKeysSafe: Bool) -> IncidentAnswer? {
    guard atMost > 0 else { return nil }
    var question = incident.question(people: max(1, foundAtMost))
    question.protection = protection(areKeysSafe: areKeysSafe)
    question.isKeyLost = encryption == .keysOnly && question.harms.contains(.damage)
    return IncidentAnswer(question)
  }

  private func protection(areKeysSafe: Bool) -> IncidentProtection? {
    guard var protection = encryption.protection else { return nil }
    protection.isKeyApart = areKeysSafe
    // An insider holds keys, and with both files gone the keys are gone, whatever is said of them.
    if incident.cause == .insider || encryption == .keysBeside { protection.isKeyApart = false }
    return protection
  }

  /// Whether it is reported, as far as the log and the register know.
  public var verdict: IncidentVerdict {
    guard let answer else { return .unknown }
    if answer.isReportable { return isFreeIfKeysAreSafe ? .freeIfKeysAreSafe : .required }
    if isOfGivenUpLog || isContradicted { return .unknown }
    if isEncrypted(answer) { return .notRequired }
    return incident.cause == .unknown || lacksOpenness ? .unknown : .notRequired
  }

  /// Whether nothing but what nobody said of the keys stands between the incident and its freedom.
  ///
  /// What a contractor's key opens may be lost with that key.
  private var isFreeIfKeysAreSafe: Bool {
    guard encryption == .keysApart, incident.facts.areKeysSafe == nil,
      let answer = answer(areKeysSafe: true)
    else { return false }
    return !answer.isReportable && isEncrypted(answer)
  }

  /// Whether encryption frees all that happened: of a use it says nothing, for who used could read.
  private func isEncrypted(_ answer: IncidentAnswer) -> Bool {
    answer.exclusions.contains { $0.id == "encrypted" } && !incident.harms.contains(.use)
  }

  /// Whether nobody said if unspecified many could see it electronically: the log does not tell, and
  /// it decides (規則2条3号).
  ///
  /// A wrong setting or address and a failure can open a file to many; what came back unseen nobody saw.
  var lacksOpenness: Bool {
    let facts = incident.facts
    guard facts.isOpenToMany == nil else { return false }
    switch incident.cause {
    case .misconfigured, .unknown: return true
    case .misdelivered, .failure:
      return incident.harms.contains(.leak) && facts.isRecoveredUnseen != true
    default: return false
    }
  }

  /// What the log keeps of it.
  public var outcome: IncidentOutcome {
    let duty = answer?.duty(of: .employer)
    guard let first = duty?.clock(.firstReport)?.due, let last = duty?.clock(.finalReport)?.due
    else { return IncidentOutcome(verdict == .required ? .unknown : verdict) }
    return IncidentOutcome(verdict, firstReport: first, finalReport: last)
  }

  /// Whether what was said to free it leaves open what decides: what many could see is not known to be
  /// unseen, and a copy mends a loss but not the leak that came with what was taken or mislaid.
  private var isContradicted: Bool {
    let facts = incident.facts
    if facts.isOpenToMany == true, facts.isRecoveredUnseen == true { return true }
    return facts.hasCopy == true && !incident.harms.contains(.leak)
      && incident.cause != .failure
  }

  /// The most people it can concern, by what was found or was counted elsewhere.
  public var atMost: Int { max(foundAtMost, incident.facts.people ?? incident.opening.people ?? 0) }

  /// Those found, or as many as the register counts numbers in the file, each person once.
  private var foundAtMost: Int {
    max(people.count, export.map { min($0.people, $0.numbers ?? $0.people) } ?? 0)
  }
}
