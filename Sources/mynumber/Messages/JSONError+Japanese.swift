import MyNumberKit

extension JSONError {
  /// What is wrong, in both languages.
  var detailPhrase: Phrase {
    Phrase(english: detail, japanese: Self.details[detail] ?? detail)
  }

  private static let details = [
    "trailing bytes": "余分な文字",
    "value": "値",
    "key": "名前",
    "colon": "コロン",
    "key twice": "同じ名前が二度",
    "object": "オブジェクトの終わり",
    "array": "配列の終わり",
    "depth": "入れ子が深すぎる",
    "literal": "true、false、null のいずれでもない",
    "integer range": "整数の範囲",
    "integer": "整数",
    "string": "文字列",
    "UTF-8": "UTF-8 でない",
    "escape": "エスケープ",
    "surrogate": "サロゲート",
  ]
}
