public import People

/// One person's row of a payroll file; it holds no number.
///
/// It is shared, not copied, by the plans that are made of it.
public final class PayrollRow: Sendable {
  /// The physical line of the file.
  public let line: Int
  public let person: PersonCode
  /// What the file says for each item, without white space around it.
  public let texts: ItemTexts
  /// Whom it names beside the employee, in the order of the record.
  public let family: [FamilyEntry]
  /// 年末調整; nil where the file does not say.
  public let isAdjusted: Bool?
  /// 税額表区分; nil where the file does not say.
  public let taxColumn: TaxColumn?
  /// 役員.
  public let isOfficer: Bool
  /// 弁護士等.
  public let isProfessional: Bool
  /// 普通徴収理由, such as 普B.
  public let ordinaryCollectionReason: String?
  /// 訂正表示 of the tax record.
  public let correctionMark: String?
  /// 提出区分 of the unified CSV.
  public let submissionKind: String?
  let passed: PassedRow?
  let columns: [RecordItem: Int]

  init(_ draft: PayrollDraft) {
    line = draft.line
    person = draft.person
    texts = draft.texts
    family = draft.family
    isAdjusted = draft.isAdjusted
    taxColumn = draft.taxColumn
    isOfficer = draft.isOfficer
    isProfessional = draft.isProfessional
    ordinaryCollectionReason = draft.ordinaryCollectionReason
    correctionMark = draft.correctionMark
    submissionKind = draft.submissionKind
    passed = draft.passed
    columns = draft.columns
  }

  /// The amount or head-count of an item; 0 where there is none, nil where it is no number of at
  /// most twelve digits.
  func count(_ item: RecordItem) -> Int? { texts.count(item) }

  /// The same summed over items; what is no number counts as 0.
  func sum(_ items: [RecordItem]) -> Int { texts.sum(items) }
}
