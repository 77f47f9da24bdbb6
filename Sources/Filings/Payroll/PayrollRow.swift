public import People

/// One person's row of a payroll file; it holds no number.
///
/// It is shared, not copied, by the plans that are made of it.
public final class PayrollRow {
  /// The physical line of the file.
  public let line: Int
  public let person: PersonCode
  /// What the file says for each item, without white space around it.
  public internal(set) var texts = ItemTexts()
  /// Whom it names beside the employee, in the order of the record.
  public internal(set) var family: [FamilyEntry] = []
  /// 年末調整; nil where the file does not say.
  public internal(set) var isAdjusted: Bool?
  /// 税額表区分; nil where the file does not say.
  public internal(set) var taxColumn: TaxColumn?
  /// 役員.
  public internal(set) var isOfficer = false
  /// 弁護士等.
  public internal(set) var isProfessional = false
  /// 普通徴収理由, such as 普B.
  public internal(set) var ordinaryCollectionReason: String?
  /// 訂正表示 of the tax record.
  public internal(set) var correctionMark: String?
  /// 提出区分 of the unified CSV.
  public internal(set) var submissionKind: String?
  var passed: PassedRow?
  var columns: [RecordItem: Int] = [:]

  init(line: Int, person: PersonCode) {
    self.line = line
    self.person = person
  }

  /// The amount or head-count of an item; 0 where there is none, nil where it is no number of at
  /// most twelve digits.
  func count(_ item: RecordItem) -> Int? {
    guard let text = texts[item] else { return 0 }
    if let plain = Self.plain(text) { return plain }
    let digits = FieldFolding.digits(text)
    guard digits.utf8.count <= 12, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(digits)
  }

  /// An amount in at most twelve plain digits, as nearly all are; nil for any other text.
  private static func plain(_ text: String) -> Int? {
    guard (1...12).contains(text.utf8.count) else { return nil }
    var value = 0
    for byte in text.utf8 {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte & 0x0F)
    }
    return value
  }

  /// The same summed over items; what is no number counts as 0.
  func sum(_ items: [RecordItem]) -> Int { items.reduce(0) { $0 + (count($1) ?? 0) } }
}
