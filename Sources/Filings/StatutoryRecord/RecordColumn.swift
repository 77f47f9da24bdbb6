/// A column of a file of records that is no item of the official record.
enum RecordColumn: Hashable, Sendable {
  /// 支払年月日.
  case paidOn
  /// 就職年月日, which the record has in three items.
  case joinedOn
  /// 退職年月日.
  case leftOn
  /// 役員.
  case officer
  /// 支払区分, by which it is decided whether a payee's record is filed.
  case paymentKind
  /// 法人番号 of a payee that is a corporation.
  case corporateNumber

  /// As files name it.
  var name: String {
    switch self {
    case .paidOn: "支払年月日"
    case .joinedOn: "就職年月日"
    case .leftOn: "退職年月日"
    case .officer: "役員"
    case .paymentKind: "支払区分"
    case .corporateNumber: "法人番号"
    }
  }
}
