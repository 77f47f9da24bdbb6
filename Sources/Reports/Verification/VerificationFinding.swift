public import Rules

/// What is known of the evidence behind a person's verification.
public enum VerificationFinding: Hashable, Sendable {
  /// No particulars are kept.
  case none
  /// Particulars are kept that whoever makes the report has no key to: nothing is said of them.
  case sealed
  /// What the rules of its day say of the particulars.
  case judged(IdentityAnswer)
}

extension VerificationFinding {
  var cell: ReportCell {
    switch self {
    case .none: .word(id: "none", Words("なし", "none"))
    case .sealed: .word(id: "sealed", Words("あり（鍵がなく見ていない）", "kept, not looked at: no key"))
    case .judged(let answer):
      answer.isAccepted
        ? .word(id: "accepted", Words("あり（足りる）", "kept, sufficient"))
        : .word(id: "insufficient", Words("あり（不足）", "kept, insufficient"))
    }
  }
}
