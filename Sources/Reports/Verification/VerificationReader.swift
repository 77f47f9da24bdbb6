internal import People
internal import Rules

/// Says where a person's verification stands.
struct VerificationReader {
  let policy: Policy
  let asOf: CalendarDate

  func line(of person: PersonSummary, _ evidence: VerificationFinding) -> VerificationLine {
    let record = person.record
    let (standing, reason) = standing(of: person, evidence)
    return VerificationLine(
      person: person.code, kind: record.kind, standing: standing, reason: reason,
      date: standing.isHeld ? Self.date(of: record.verification) : nil,
      evidence: standing.hasParticulars ? evidence : .none,
      missing: standing.isHeld ? missing(of: person, standing, evidence) : [], pin: person.pin)
  }

  private func standing(
    of person: PersonSummary, _ evidence: VerificationFinding
  ) -> (VerificationStanding, reason: String?) {
    switch person.standing {
    case .blank(let reason): return (.withoutNumber, reason.english)
    case .purged: return (.purged, nil)
    case .legacy: return (.attested, nil)
    case .employeeDuty: return (.employeeVerifies, nil)
    case .articleNineteenFour: return (.formerEmployer, nil)
    case .claimed: return (.claimed, nil)
    case .unverified: return (.unverified, nil)
    case .numberProved(let rule): return (.numberProved, rule)
    case .verified(let rule):
      guard case .verified(_, let day, _) = person.record.verification,
        policy.identity.isInForce(rule: rule, on: day)
      else { return (.ruleNotInForce, rule) }
      if case .judged(let answer) = evidence, !answer.isAccepted { return (.doubtful, rule) }
      return (.verified, rule)
    }
  }

  /// By the evidence where it was looked at, else by the record alone.
  private func missing(
    of person: PersonSummary, _ standing: VerificationStanding, _ evidence: VerificationFinding
  ) -> [IdentityGap] {
    switch standing {
    case .unverified, .numberProved, .doubtful:
      if case .judged(let answer) = evidence { return answer.missing }
      // Of particulars that were not looked at nothing is guessed, but for what the record says.
      if evidence == .sealed, standing == .unverified { return [] }
      return policy.identity.missing(of: person.record, on: asOf)
    case .claimed, .employeeVerifies: return policy.identity.missing(of: person.record, on: asOf)
    case .ruleNotInForce, .attested, .formerEmployer, .withoutNumber, .purged, .verified: return []
    }
  }

  private static func date(of verification: Verification) -> CalendarDate? {
    switch verification {
    case .none, .employeeDuty: nil
    case .verified(_, let date, _), .numberProved(_, let date, _): date
    case .legacy(let date, _), .claimed(let date, _), .articleNineteenFour(let date): date
    }
  }
}

extension VerificationStanding {
  /// Whether particulars may be kept that count.
  var hasParticulars: Bool { isHeld && self != .claimed && self != .attested }

  /// Whether there is a number to verify.
  var isHeld: Bool { self != .withoutNumber && self != .purged }
}
