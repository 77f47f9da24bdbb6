/// How far somebody's employment has got (採用状況): before it is certain no number may be asked for.
public enum HiringState: UInt8, ColumnValue {
  case applied = 1
  /// Offered, not yet accepted in writing.
  case offered = 2
  /// Offered formally and accepted in writing (正式な内定通知と入社誓約書).
  case certain = 3
  case contracted = 4
  /// Registered for dispatch, not employed (派遣登録).
  case dispatchRegistered = 5
  /// Employed by us and dispatched to others.
  case dispatched = 6
  /// Employed by others and working here.
  case dispatchReceived = 7

  /// The words of the column 採用状況 hiring_state.
  public var labels: ColumnLabels {
    switch self {
    case .applied: ColumnLabels("applied", "応募", "応募者", "選考中")
    case .offered: ColumnLabels("offered", "内定", "内々定")
    case .certain: ColumnLabels("certain", "内定確定", "確定", "入社確定", "内定承諾")
    case .contracted: ColumnLabels("contracted", "入社", "契約済", "雇用契約済", "在籍")
    case .dispatchRegistered: ColumnLabels("dispatch-registered", "派遣登録", "登録のみ")
    case .dispatched: ColumnLabels("dispatched", "派遣社員", "派遣元雇用")
    case .dispatchReceived: ColumnLabels("dispatch-received", "派遣受入", "派遣先受入")
    }
  }
}
