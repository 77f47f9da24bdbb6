internal import People
internal import Rules
internal import Wording

/// What becomes of the verification that a row states of a number held already.
enum EvidenceUpdate {
  /// Nothing is said, or nothing that is not known.
  case nothing
  case recorded(Verification)
  /// It is not taken, for this reason.
  case notTaken(Phrase)

  /// Judges as recording a verification does: what does not suffice, or is older than what is known,
  /// changes nothing.
  init(
    _ judgement: EvidenceJudge.Judgement, of record: PersonRecord, under rules: IdentityRules
  ) {
    let known = record.verification
    switch judgement.verification {
    case .employeeDuty: self = .nothing
    case .verified(_, let day, _): self = Self.verified(judgement.verification, on: day, of: record)
    case .articleNineteenFour where !known.isComplete: self = .recorded(judgement.verification)
    case .legacy, .claimed, .articleNineteenFour:
      self = known.isComplete ? .nothing : .notTaken(IdentityShortfall.notAttested.phrase)
    case .none, .numberProved:
      self =
        judgement.missing.first.map { .notTaken($0.shortfall.phrase(under: rules)) } ?? .nothing
    }
  }

  private static func verified(
    _ verification: Verification, on day: CalendarDate, of record: PersonRecord
  ) -> EvidenceUpdate {
    if let change = record.numberChangedOn, day < change {
      return .notTaken(IdentityShortfall.beforeNumberChanged.phrase)
    }
    guard case .verified(let rule, let known, _) = record.verification else {
      return .recorded(verification)
    }
    if known > day { return .notTaken("verified on \(known.isoText) already") }
    if case .verified(rule, known, _) = verification { return .nothing }
    return .recorded(verification)
  }
}
