import MyNumberKit

extension Message {
  /// A refusal with its rule and article.
  static func refused(_ refusal: Refusal, _ names: Names) -> Message {
    let what = Message.what(refusal, names)
    return Message(
      "refused: \(what.english) (\(refusal.rule), \(refusal.article))",
      "拒否しました: \(what.japanese)（\(refusal.rule)、\(refusal.article)）")
  }

  /// What is refused, without the rule.
  static func what(_ refusal: Refusal, _ names: Names) -> Message {
    Message(refusal.text(naming: names.english), refusal.japanese(names.japanese))
  }

  /// What to do about a refusal.
  static func remedy(of refusal: Refusal, _ names: Names) -> Message {
    Message(refusal.remedy(naming: names.english), refusal.japaneseRemedy(names.japanese))
  }
}
