extension Message {
  static let numberNeedsTerminal = Message(
    "standard output is no terminal; give --stdout if the digits are really to go there",
    "標準出力が端末ではありません。数字をそこへ出すときは --stdout を付けてください")
}
