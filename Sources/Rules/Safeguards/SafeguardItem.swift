/// A safety measure that an employer must take: an item of the guideline's annex 1, part 2.
///
/// Source: guideline for businesses (番号法ガイドライン), annex 1 (特定個人情報に関する安全管理措置), part 2,
/// A to G; the duty itself is that of 番号法12条.
public enum SafeguardItem: String, CaseIterable, Hashable, Sendable {
  case policy = "A"
  case handlingRules = "B"
  case organisation = "C-a"
  case operation = "C-b"
  case ledger = "C-c"
  case incidents = "C-d"
  case review = "C-e"
  case supervision = "D-a"
  case training = "D-b"
  case areas = "E-a"
  case theft = "E-b"
  case carrying = "E-c"
  case disposal = "E-d"
  case accessControl = "F-a"
  case authentication = "F-b"
  case intrusion = "F-c"
  case leakPrevention = "F-d"
  case abroad = "G"

  /// What it asks for, and what no program can prove of it.
  public var rule: SafeguardRule { SafeguardRules.rule(self) }
}
