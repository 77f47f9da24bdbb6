/// Why the employment ended (退職事由).
public enum LeaveReason: UInt8, ColumnValue {
  case resignation = 1
  case dismissal = 2
  /// At the employer's suggestion or for its circumstances.
  case employerReason = 3
  case retirementAge = 4
  case contractEnd = 5
  case transfer = 6
  /// The end of an officer's term.
  case termEnd = 7
  case death = 8
  case other = 9

  /// The words of the column 退職事由 leave_reason.
  public var labels: ColumnLabels {
    switch self {
    case .resignation: ColumnLabels("resignation", "自己都合", "自己都合退職", "自主退職")
    case .dismissal: ColumnLabels("dismissal", "解雇")
    case .employerReason: ColumnLabels("employer-reason", "会社都合", "会社都合退職")
    case .retirementAge: ColumnLabels("retirement-age", "定年", "定年退職", "retirement")
    case .contractEnd: ColumnLabels("contract-end", "契約満了", "契約期間満了", "期間満了")
    case .transfer: ColumnLabels("transfer", "転籍", "出向", "移籍出向")
    case .termEnd: ColumnLabels("term-end", "任期満了", "退任", "役員退任")
    case .death: ColumnLabels("death", "死亡", "死亡退職")
    case .other: ColumnLabels("other", "その他")
    }
  }
}
