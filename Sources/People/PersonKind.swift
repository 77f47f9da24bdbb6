/// What a person is to the employer (区分).
public enum PersonKind: UInt8, ColumnValue {
  case employee = 1
  case officer = 2
  case family = 3
  case payee = 4
  case proprietor = 5

  /// The words of the column 区分 kind.
  public var labels: ColumnLabels {
    switch self {
    case .employee: ColumnLabels("employee", "従業員", "社員", "職員")
    case .officer: ColumnLabels("officer", "役員", "取締役", "director")
    case .family: ColumnLabels("family", "家族", "被扶養者", "扶養親族", "dependent")
    case .payee: ColumnLabels("payee", "支払先", "個人支払先", "地主", "外注")
    case .proprietor: ColumnLabels("proprietor", "事業主", "個人事業主")
    }
  }
}
