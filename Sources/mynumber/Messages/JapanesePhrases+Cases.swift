extension JapanesePhrases {
  /// Of cases of identity verification in JSON.
  static let cases = [
    "a case has at most {0} bytes": "事例は{0}バイトまでです",
    "not JSON as expected ({0})": "JSON として読めません（{0}）",
    "true or false is expected here": "true か false を書いてください",
    "not one of these: {0}": "使えない値です。使える値: {0}",
    "consent moves a number from a former employer only (番号法19条4号)":
      "同意によって番号を受け取れるのは、前の事業者からだけです（番号法19条4号）",
    "there are more than {0}": "{0}を超えています",
    "there is no agent": "代理人はいません",
    "a person's code is expected here": "対象者のコードを書いてください",
    "an object is expected here": "オブジェクト { … } を書いてください",
    "a member that a case does not have; known: {0}": "事例にない項目です。使える項目: {0}",
    "a list is expected here": "配列 [ … ] を書いてください",
    "a short text is expected here": "短い文字列（200バイトまで）を書いてください",
    "a date such as 2026-04-01 is expected here": "2026-04-01 の形の日付を書いてください",
  ]
}
