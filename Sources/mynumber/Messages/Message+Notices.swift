import MyNumberKit

extension Message {
  static func leftBlank(_ code: String, _ reason: NoNumberReason) -> Message {
    Message(
      "left blank and journalled: \(code) (\(reason.english))",
      "空欄にして記録しました: \(code)（\(reason.japanese)）")
  }

  static func numbersDiscarded(_ count: Int) -> Message {
    Message(
      "number columns that were filled before, and dropped unread: \(count)",
      "すでに記入されていた番号を読まずに捨てました: \(count)件")
  }

  static func mistakesOfFile(_ name: String) -> Message {
    Message("these are lines of \(name)", "以上は \(name) の行です")
  }
}
