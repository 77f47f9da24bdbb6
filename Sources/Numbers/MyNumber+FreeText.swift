extension MyNumber {
  /// Whether twelve digits that could be a My Number stand anywhere in UTF-8 text.
  ///
  /// Decimal digits of every script count as digits; white space, dashes, dots, underscores and
  /// invisible characters between digits are looked through. Every twelve neighbouring digits are
  /// tried, so a number inside a longer run is found too, and about one in eleven runs of twelve
  /// digits that are no number is taken for one. Twelve zeros are not a number.
  ///
  /// One or two other characters that are no letters, as in 1234/5678/9018, are looked through
  /// where they part twelve digits into groups of three, four or six: a date or a telephone number
  /// beside another is not grouped so.
  public static func looksLikeNumber(in text: some Sequence<UInt8>) -> Bool { holdsNumber(text) }

  /// The same for the text of a `String`; few have room for twelve digits.
  public static func looksLikeNumber(in text: String.UTF8View) -> Bool {
    DigitRoom.has(text.span, .utf8) && holdsNumber(text)
  }

  private static func holdsNumber(_ text: some Sequence<UInt8>) -> Bool {
    var decoder = UTF8()
    var bytes = text.makeIterator()
    var window = DigitWindow()
    while true {
      switch decoder.decode(&bytes) {
      case .emptyInput: return window.endRun()
      case .error: if window.endRun() { return true }
      case .scalarValue(let scalar):
        if window.take(scalar) { return true }
      }
    }
  }
}
