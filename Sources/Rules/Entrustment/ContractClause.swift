/// A clause of a contract of entrustment (委託契約), by the My Number guideline (第4-2-(1)1B).
public enum ContractClause: String, CaseIterable, Hashable, Sendable {
  /// 秘密保持義務.
  case confidentiality
  /// 事業所内からの特定個人情報の持出しの禁止.
  case noRemoval = "no-removal"
  /// 特定個人情報の目的外利用の禁止.
  case noOtherUse = "no-other-use"
  /// 再委託における条件.
  case reEntrustment = "re-entrustment"
  /// 漏えい等事案が発生した場合の委託先の責任.
  case leakResponsibility = "leak-responsibility"
  /// 委託契約終了後の特定個人情報の返却又は廃棄.
  case returnOrDisposal = "return-or-disposal"
  /// 従業者に対する監督・教育.
  case staffSupervision = "staff-supervision"
  /// 契約内容の遵守状況について報告を求める規定.
  case complianceReports = "compliance-reports"
  /// 特定個人情報を取り扱う従業者の明確化: desirable.
  case staffNamed = "staff-named"
  /// 委託者が委託先に対して実地の調査を行うことができる規定: desirable.
  case inspection

  /// Whether the guideline says that the contract must have it (盛り込まなければならない); of the
  /// others it says that they are desirable.
  public var isMandatoryByGuideline: Bool { self != .staffNamed && self != .inspection }
}
