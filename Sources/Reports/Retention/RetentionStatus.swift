/// Where a number, or a document that holds it, stands on the day of the report.
public enum RetentionStatus: String, Hashable, Sendable, CaseIterable {
  /// The work goes on; no end is known.
  case needed
  /// The period runs.
  case kept
  /// The period ends within the months asked for.
  case coming
  /// The document's period has ended, and another of the purpose keeps the number.
  case ended
  /// Every period has ended; the number goes at the next purge.
  case due
  /// The purge is late: the number is held unlawfully.
  case overdue
  /// Every period has ended and a hold keeps the number.
  case held
}

extension RetentionStatus {
  var cell: ReportCell { .word(id: rawValue, words) }

  private var words: Words {
    switch self {
    case .needed: Words("利用中", "needed")
    case .kept: Words("保存中", "kept")
    case .coming: Words("まもなく満了", "coming")
    case .ended: Words("満了（他の書類で保存）", "ended, others keep it")
    case .due: Words("廃棄時期", "due")
    case .overdue: Words("廃棄遅れ", "overdue")
    case .held: Words("保留中", "held")
    }
  }
}
