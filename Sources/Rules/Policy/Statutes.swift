/// The statutes a policy may cite.
enum Statutes {
  /// Laws under which an employer's work is number-related affairs (番号法9条4項).
  ///
  /// 労働者災害補償保険法 and 労働基準法 are left out on purpose: under neither may an employer ask
  /// for or write down a number.
  static let bases: Set<String> = [
    "番号法", "所得税法", "地方税法", "租税特別措置法", "相続税法", "国税通則法", "健康保険法",
    "厚生年金保険法", "国民年金法", "雇用保険法",
  ]

  /// What else may be cited for verification and retention.
  private static let others: Set<String> = [
    "個人情報保護法", "民法", "個人番号カード等命令", "国民の祝日に関する法律", "労働基準法",
    "会社法", "番号法ガイドライン", "特定個人情報保護委員会規則", "令和元年法律16号", "令和5年法律3号",
    "令和6年法律8号",
  ]

  /// Every citable name, the longest first.
  static let known: [String] = bases.union(others)
    .flatMap { [$0, $0 + "施行令", $0 + "施行規則"] }
    .sorted { ($0.count, $0) > ($1.count, $1) }

  /// The law to which a cited name belongs.
  static func law(of statute: String) -> String {
    for suffix in ["施行規則", "施行令"] where statute.hasSuffix(suffix) {
      return String(statute.dropLast(suffix.count))
    }
    return statute
  }
}
