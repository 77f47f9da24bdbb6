/// Where the verification of a person stands, in the order of the report.
public enum VerificationStanding: String, Hashable, Sendable, CaseIterable {
  /// A number of which nothing is proved: unusable.
  case unverified
  /// The number is proved, the identity not: unusable.
  case numberProved = "number-proved"
  /// Said to have been verified before the vault; waits for the responsible person: unusable.
  case claimed
  /// Verified by a rule that was not in force on its day: unusable.
  case ruleNotInForce = "rule-not-in-force"
  /// Verified, but the particulars kept would not be accepted under the policy now pinned.
  case doubtful
  /// Attested by the responsible person, particulars not kept.
  case attested
  /// The employee verifies (所得税法194条, 健康保険法施行規則38条).
  case employeeVerifies = "employee-verifies"
  /// From a former employer (番号法19条4号).
  case formerEmployer = "former-employer"
  /// No number is held.
  case withoutNumber = "without-number"
  /// The number was destroyed.
  case purged
  /// Verified (番号法16条).
  case verified
}

extension VerificationStanding {
  var cell: ReportCell { .word(id: rawValue, words) }

  private var words: Words {
    switch self {
    case .unverified: Words("未確認（使用不可）", "unverified (unusable)")
    case .numberProved: Words("番号確認のみ（使用不可）", "number proved only (unusable)")
    case .claimed: Words("責任者の認証待ち（使用不可）", "awaits attestation (unusable)")
    case .ruleNotInForce: Words("確認日に施行されていない規則（使用不可）", "rule not in force on its day (unusable)")
    case .doubtful: Words("確認済み（現行規程では不足）", "verified, doubtful under the policy now pinned")
    case .attested: Words("責任者が認証（記録なし）", "attested, particulars not kept")
    case .employeeVerifies: Words("従業員が確認", "the employee verifies")
    case .formerEmployer: Words("前の事業者から（19条4号）", "from a former employer (Art. 19-4)")
    case .withoutNumber: Words("番号なし", "without a number")
    case .purged: Words("廃棄済み", "purged")
    case .verified: Words("確認済み", "verified")
    }
  }
}
