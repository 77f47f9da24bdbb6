/// What a person answered when asked for the number.
public enum RequestAnswer: UInt8, ColumnValue {
  case none = 1
  case refused = 2
  /// Will give it later.
  case promised = 3
  case unreachable = 4
  /// Lives abroad and never had one.
  case noneAbroad = 5
  case notYetIssued = 6

  /// The words of `refusal record --answer`.
  public var labels: ColumnLabels {
    switch self {
    case .none: ColumnLabels("none", "回答なし", "無回答", "no-answer")
    case .refused: ColumnLabels("refused", "拒否", "提供拒否")
    case .promised: ColumnLabels("promised", "提供予定", "後日提供")
    case .unreachable: ColumnLabels("unreachable", "連絡不能", "連絡先不明")
    case .noneAbroad: ColumnLabels("none-abroad", "国外居住", "国外居住のため番号なし")
    case .notYetIssued: ColumnLabels("not-yet-issued", "未通知", "番号通知前", "出生直後")
    }
  }

  /// Why there is no number as long as this is the newest answer.
  public var reason: NoNumberReason {
    switch self {
    case .none, .promised: .asked
    case .refused: .refused
    case .unreachable: .unreachable
    case .noneAbroad: .noneAbroad
    case .notYetIssued: .notYetIssued
    }
  }
}
