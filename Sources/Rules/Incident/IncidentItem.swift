/// A situation that must be reported: an item of rule 2 (規則2条).
public enum IncidentItem: String, CaseIterable, Hashable, Sendable {
  case network = "1-i"
  case userAffairs = "1-ro"
  case publicBody = "1-ha"
  case wrongfulLeak = "2-i"
  case wrongfulUse = "2-ro"
  case wrongfulProvision = "2-ha"
  case seenByMany = "3"
  case leakOfMany = "4-i"
  case useOfMany = "4-ro"
  case provisionOfMany = "4-ha"

  /// Whether the final report has sixty days, not thirty.
  public var isWrongful: Bool {
    switch self {
    case .wrongfulLeak, .wrongfulUse, .wrongfulProvision: true
    default: false
    }
  }

  /// Whether it needs more than a hundred people.
  var countsPeople: Bool {
    switch self {
    case .leakOfMany, .useOfMany, .provisionOfMany: true
    default: false
    }
  }

  /// The item and what it says.
  public var reason: IncidentReason {
    IncidentReason(rawValue, words.ja, words.en, IncidentLaw.report, IncidentLaw.rule + article)
  }

  /// Such as 2条2号イ.
  public var article: String {
    switch self {
    case .network: "2条1号イ"
    case .userAffairs: "2条1号ロ"
    case .publicBody: "2条1号ハ"
    case .wrongfulLeak: "2条2号イ"
    case .wrongfulUse: "2条2号ロ"
    case .wrongfulProvision: "2条2号ハ"
    case .seenByMany: "2条3号"
    case .leakOfMany: "2条4号イ"
    case .useOfMany: "2条4号ロ"
    case .provisionOfMany: "2条4号ハ"
    }
  }

  private var words: (ja: String, en: String) {
    switch self {
    case .network:
      ("情報提供ネットワークシステム等に記録された特定個人情報の漏えい等", "kept in the information provision network")
    case .userAffairs:
      ("個人番号利用事務を処理する情報システムで管理される特定個人情報の漏えい等", "kept in a system of affairs that use numbers")
    case .publicBody:
      (
        "行政機関等又はその委託先の個人番号関係事務の情報システムで管理される特定個人情報の漏えい等",
        "kept in a public body's system, or its contractor's"
      )
    case .wrongfulLeak:
      ("不正の目的をもって行われたおそれがある漏えい等（1人から）", "likely done for a wrongful purpose, from one person on")
    case .wrongfulUse:
      ("不正の目的をもって利用されたおそれ（1人から）", "used for a wrongful purpose, from one person on")
    case .wrongfulProvision:
      ("不正の目的をもって提供されたおそれ（1人から）", "provided for a wrongful purpose, from one person on")
    case .seenByMany:
      (
        "特定個人情報ファイルの特定個人情報が電磁的方法により不特定多数の者に閲覧されるおそれ（1人から）",
        "a file's contents open electronically to unspecified many, from one person on"
      )
    case .leakOfMany: ("漏えい等に係る本人が100人を超える", "leaked, lost or damaged of more than 100 people")
    case .useOfMany:
      ("番号法9条に反する利用に係る本人が100人を超える", "used contrary to Article 9 of more than 100 people")
    case .provisionOfMany:
      ("番号法19条に反する提供に係る本人が100人を超える", "provided contrary to Article 19 of more than 100 people")
    }
  }
}
