/// The sex as insurance notices want it (性別).
public enum Sex: UInt8, ColumnValue {
  case male = 1
  case female = 2

  /// The words of the column 性別 sex.
  public var labels: ColumnLabels {
    switch self {
    case .male: ColumnLabels("male", "男", "男性", "m", "1")
    case .female: ColumnLabels("female", "女", "女性", "f", "2")
    }
  }
}
