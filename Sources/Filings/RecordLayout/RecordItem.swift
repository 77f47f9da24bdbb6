/// An item of the withholding slip under one name for all layouts.
///
/// 1 to 135 are the items of the tax record 375 of 2025; `u138` is item 138 of the unified CSV of
/// 2025, which the tax record lacks.
public struct RecordItem: Hashable, Sendable {
  /// The number within its record.
  public let number: Int
  /// Whether only the unified CSV has it.
  public let isUnifiedOnly: Bool

  /// An item of the tax record.
  public init(_ number: Int) { (self.number, isUnifiedOnly) = (number, false) }

  /// An item of the unified CSV alone.
  public init(unified number: Int) { (self.number, isUnifiedOnly) = (number, true) }

  /// Reads `17` or `u138`; nil for anything else.
  init?(_ text: some StringProtocol) {
    let isUnified = text.first == "u"
    guard let number = Int(text.dropFirst(isUnified ? 1 : 0)), (1...999).contains(number) else {
      return nil
    }
    (self.number, isUnifiedOnly) = (number, isUnified)
  }
}

extension RecordItem {
  /// As tables write it: `17`, `u138`.
  var code: String { (isUnifiedOnly ? "u" : "") + "\(number)" }

  static let record = RecordItem(1)
  static let reference1 = RecordItem(2)
  static let payerAddress = RecordItem(4)
  static let payerName = RecordItem(5)
  static let payerTelephone = RecordItem(6)
  static let reference2 = RecordItem(7)
  static let correction = RecordItem(10)
  static let year = RecordItem(11)
  static let address = RecordItem(12)
  static let livesAbroad = RecordItem(13)
  static let name = RecordItem(14)
  static let paid = RecordItem(17)
  static let unpaid = RecordItem(18)
  static let tax = RecordItem(21)
  static let uncollectedTax = RecordItem(22)
  static let spouseFlag = RecordItem(23)
  static let elderlySpouse = RecordItem(24)
  static let spouseDeduction = RecordItem(25)
  static let birthEra = RecordItem(44)
  static let birthYear = RecordItem(45)
  static let birthMonth = RecordItem(46)
  static let birthDay = RecordItem(47)
  static let minor = RecordItem(49)
  static let secondaryColumn = RecordItem(50)
  static let diedInOffice = RecordItem(57)
  static let leaving = RecordItem(60)
  static let leavingYear = RecordItem(61)
  static let leavingMonth = RecordItem(62)
  static let leavingDay = RecordItem(63)
  static let otherPayerAddress = RecordItem(64)
  static let otherPayerName = RecordItem(66)
  static let otherPayerPaid = RecordItem(67)
  static let otherPayerTax = RecordItem(68)
  static let otherPayerInsurance = RecordItem(69)
  static let deferredTax = RecordItem(70)
  static let otherPayerYear = RecordItem(71)
  static let otherPayerMonth = RecordItem(72)
  static let otherPayerDay = RecordItem(73)
  static let summary = RecordItem(86)
  static let underSixteenCount = RecordItem(91)
  static let nonresidentCount = RecordItem(93)
  static let payerNumber = RecordItem(94)
  static let remarks = RecordItem(128)
  static let kana = RecordItem(132)
  static let ordinaryCollection = RecordItem(unified: 134)
  static let payeeCode = RecordItem(unified: 138)
  static let municipality = RecordItem(unified: 139)
  static let designation = RecordItem(unified: 140)
  static let purpose = RecordItem(unified: 147)

  /// Figures that are part of another (内書き), each with the whole.
  static let parts: [(part: RecordItem, whole: RecordItem)] = [
    (unpaid, paid), (uncollectedTax, tax), (RecordItem(29), RecordItem(28)),
    (RecordItem(34), RecordItem(33)), (RecordItem(37), RecordItem(36)),
  ]
  /// Signs of which only one can be set: 特別障害者 and その他の障害者, 寡婦 and ひとり親.
  static let exclusives: [(RecordItem, RecordItem)] = [
    (RecordItem(51), RecordItem(52)), (RecordItem(54), RecordItem(131)),
  ]
  /// Dependents of 19 to 22 (特定, 特親), main and secondary.
  static let youngCounts = [26, 27, 133, 134].map { RecordItem($0) }
  /// Dependents of 70 and older (老人).
  static let elderlyCounts = [28, 30].map { RecordItem($0) }
  /// All other dependents.
  static let otherCounts = [31, 32].map { RecordItem($0) }
  /// All dependents of 16 and older.
  static let dependentCounts = youngCounts + elderlyCounts + otherCounts
}
