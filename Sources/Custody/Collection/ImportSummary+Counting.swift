internal import People

extension ImportSummary {
  /// Counts a person by the number that came, or by why none did.
  mutating func count(_ draft: PersonDraft, _ code: PersonCode, hasNumber: Bool) {
    guard hasNumber else {
      if let reason = draft.noNumberReason { withoutNumber[reason, default: 0] += 1 }
      if let why = draft.noForm { notToAsk[code.text] = why }
      return
    }
    numbers += 1
    if let doubt = draft.doubt { unclearPayees[code.text] = doubt }
    countVerification(draft, code)
  }

  /// A number in the place of another is verified anew, or told as unverified.
  mutating func countVerification(_ draft: PersonDraft, _ code: PersonCode) {
    switch draft.verification {
    case .legacy: legacy += 1
    case .claimed: claimed += 1
    case .none, .numberProved: unverified[code.text] = draft.missing
    case .employeeDuty, .verified, .articleNineteenFour: break
    }
    if draft.assumesDates { datesAssumed += 1 }
  }
}
