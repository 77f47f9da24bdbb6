/// Where a task after a changed or wrong number stands, the most pressing first.
public enum ChangeStatus: Int, Hashable, Sendable, CaseIterable {
  case overdue
  case open
  case done

  var cell: ReportCell {
    switch self {
    case .overdue: .word(id: "overdue", Words("期限切れ", "overdue"))
    case .open: .word(id: "open", Words("未了", "open"))
    case .done: .word(id: "done", Words("済み", "done"))
    }
  }
}
