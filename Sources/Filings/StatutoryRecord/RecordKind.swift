public import Rules

/// A record that is filed with the tax office beside the withholding slips (法定調書).
public enum RecordKind: Hashable, Sendable, CaseIterable {
  /// 退職所得の源泉徴収票 (316).
  case retirement
  /// 報酬、料金、契約金及び賞金の支払調書 (309).
  case payment

  /// What the first field of the record says.
  public var record: String {
    switch self {
    case .retirement: "316"
    case .payment: "309"
    }
  }

  /// The form copy as which numbers are read.
  public var form: FormCopyID {
    switch self {
    case .retirement: FormCopyID("retirement-slip-tax-office")
    case .payment: FormCopyID("payment-record")
    }
  }

  /// The person's own copy of a retirement slip, which carries nobody's number.
  static let retirementCopyForm = FormCopyID("retirement-slip-recipient")

  /// The name that the record's standard gives the file.
  var fileName: String { record + "dat01.txt" }

  /// The beginning of the names of its layouts, of which a policy may have any number.
  var layoutFiles: String { "layouts/\(record)-" }
}
