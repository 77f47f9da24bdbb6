/// Where a document's retention stands on the day of the report.
public enum RetentionStatus: String, Hashable, Sendable, CaseIterable {
  /// The work goes on; no end is known.
  case needed
  /// The period runs.
  case kept
  /// The period ends within the days asked for.
  case coming
  /// The period has ended; it goes at the next purge.
  case due
  /// The purge is late.
  case overdue
  /// The period has ended and a hold keeps it.
  case held
}

extension RetentionStatus {
  var cell: ReportCell {
    switch self {
    case .needed: .word(id: rawValue, Words("利用中", "needed"))
    case .kept: .word(id: rawValue, Words("保存中", "kept"))
    case .coming: .word(id: rawValue, Words("まもなく満了", "coming"))
    case .due: .word(id: rawValue, Words("廃棄時期", "due"))
    case .overdue: .word(id: rawValue, Words("廃棄遅れ", "overdue"))
    case .held: .word(id: rawValue, Words("保留中", "held"))
    }
  }
}
