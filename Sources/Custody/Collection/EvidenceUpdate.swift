internal import People
internal import Rules
internal import Wording

/// What becomes of the verification that a row states of a number held already.
enum EvidenceUpdate {
  /// Nothing is said, or nothing that is not known.
  case nothing
  case recorded(Verification)
  /// What is known is newer, for this reason.
  case outdated(Phrase)
  /// It does not suffice, for want of this.
  case refused(IdentityGap)

  /// Judges as recording a verification does: what does not suffice, or is older than what is known,
  /// changes nothing.
  init(
    _ judgement: EvidenceJudge.Judgement, of record: PersonRecord, under rules: IdentityRules
  ) {
    let known = record.verification
    switch judgement.verification {
    case .employeeDuty: self = .nothing
    case .verified(_, let day, _):
      self = Self.verified(judgement.verification, on: day, of: record, under: rules)
    case .articleNineteenFour where !known.isComplete: self = .recorded(judgement.verification)
    case .legacy, .claimed, .articleNineteenFour:
      self = known.isComplete ? .nothing : .refused(rules.gap(.notAttested))
    case .none, .numberProved:
      self = judgement.missing.first.map { .refused($0) } ?? .nothing
    }
  }

  private static func verified(
    _ verification: Verification, on day: CalendarDate, of record: PersonRecord,
    under rules: IdentityRules
  ) -> EvidenceUpdate {
    if let change = record.numberChangedOn, day < change {
      return .refused(rules.gap(.beforeNumberChanged))
    }
    guard case .verified(let rule, let known, _) = record.verification else {
      return .recorded(verification)
    }
    if known > day { return .outdated("verified on \(known.isoText) already") }
    if case .verified(rule, known, _) = verification { return .nothing }
    return .recorded(verification)
  }
}
