import MyNumberKit

extension Message {
  static let noNumberTyped = Message("no number was typed", "番号が入力されませんでした")
  static let numberAgreed = Message(
    "recorded; the number can be used", "記録しました。番号を使えます")
  static let numberDisagreed = Message(
    "recorded; the number is unusable until 'mynumber person import --replace correction'",
    "記録しました。'mynumber person import --replace correction' で訂正するまで番号は使えません")

  static func numberOf(_ code: String) -> Message {
    Message("number of \(code) (not shown)", "\(code) の個人番号（表示されません）")
  }

  static func notThatNumber(_ code: String, _ error: NumberError) -> Message {
    let said = Message.phrase(error.phrase)
    return Message("\(code): \(said.english)", "\(code): \(said.japanese)")
  }

  static func badNumberFile(_ name: String) -> Message {
    Message("the first line of \(name) holds no number", "\(name) の1行目に番号がありません")
  }

  static func enteredAgain(_ count: Int) -> Message {
    Message(
      "entered again and sealed: \(count); the first who may read a number has the two compared",
      "二度目の入力を封印しました: \(count)件。番号を読める最初の人が読むときに照合します")
  }
}
