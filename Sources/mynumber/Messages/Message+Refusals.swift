import MyNumberKit

extension Message {
  /// A refusal with its rule and article.
  static func refused(_ refusal: Refusal) -> Message {
    Message(
      "refused: \(refusal) (\(refusal.rule), \(refusal.article))",
      "拒否しました: \(refusal.japanese)（\(refusal.rule)、\(refusal.article)）")
  }

  /// What to do about a refusal.
  static func remedy(of refusal: Refusal) -> Message {
    Message(refusal.remedy, refusal.japaneseRemedy)
  }
}
