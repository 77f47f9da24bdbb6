/// How purposes are told to people (個人情報保護法21条, ガイドライン事業者編 第4-1-(1)).
///
/// A number that is taken in writing is asked for after the purpose was shown (21条2項), which each of
/// these can do when it comes first.
public enum DeclarationMethod: UInt8, ColumnValue {
  case document = 1
  case email = 2
  case intranet = 3
  case posting = 4
  case workRules = 5
  case website = 6
  /// On the screen on which the number is then typed.
  case screen = 7

  /// The words of `--method`; the English one is stored.
  public var labels: ColumnLabels {
    switch self {
    case .document: ColumnLabels("document", "書面", "書面交付", "書面の交付", "文書", "paper")
    case .email: ColumnLabels("email", "メール", "電子メール", "mail", "e-mail")
    case .intranet: ColumnLabels("intranet", "社内LAN", "社内lan", "イントラネット", "社内ポータル")
    case .posting: ColumnLabels("posting", "掲示", "掲示板")
    case .workRules: ColumnLabels("work-rules", "就業規則", "就業規則への明記")
    case .website: ColumnLabels("website", "ホームページ", "ウェブサイト", "web")
    case .screen: ColumnLabels("screen", "画面表示", "画面", "申請画面")
    }
  }
}
