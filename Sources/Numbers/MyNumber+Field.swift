extension MyNumber {
  /// Whether twelve digits that could be a My Number stand in the bytes of a field.
  ///
  /// The same rules as for UTF-8 text (`looksLikeNumber(in:)`) hold, as far as digits in half and
  /// full width, separators and marks go; no `String` is made of the bytes.
  public static func looksLikeNumber(in field: Span<UInt8>, _ encoding: NumberEncoding) -> Bool {
    guard DigitRoom.has(field, encoding) else { return false }
    var window = DigitWindow()
    var index = 0
    while index < field.count {
      let first = index
      let symbol = NumberSymbol.next(in: field, at: &index, encoding)
      if window.take(scalar(symbol, in: field, from: first, to: &index, encoding)) { return true }
    }
    return window.endRun()
  }

  /// What a character is to the window: a digit, a separator, a mark or a letter.
  private static func scalar(
    _ symbol: NumberSymbol, in field: Span<UInt8>, from first: Int, to index: inout Int,
    _ encoding: NumberEncoding
  ) -> Unicode.Scalar {
    switch symbol {
    case .digit(let digit): return Unicode.Scalar(digit)
    case .separator: return "-"
    case .other:
      if field[first] < 0x80 { return Unicode.Scalar(field[first]) }
      let isMark = isMark(field, first, encoding)
      index = min(field.count, first + length(field[first], encoding))
      return isMark ? "/" : "ア"
    }
  }

  /// Full-width signs: row 1 of JIS X 0208, and in Unicode what stands beside the full-width digits.
  private static func isMark(
    _ field: Span<UInt8>, _ first: Int, _ encoding: NumberEncoding
  ) -> Bool {
    switch encoding {
    case .cp932: field[first] == 0x81
    case .utf8:
      first + 1 < field.count
        && (field[first] == 0xE3 && field[first + 1] == 0x80
          || field[first] == 0xEF && field[first + 1] == 0xBC
          || isMiddleDot(field, first))
    }
  }

  /// ・, which row 1 of JIS X 0208 has too.
  private static func isMiddleDot(_ field: Span<UInt8>, _ first: Int) -> Bool {
    first + 2 < field.count && field[first] == 0xE3 && field[first + 1] == 0x83
      && field[first + 2] == 0xBB
  }

  /// How many bytes a character has by its first one.
  private static func length(_ first: UInt8, _ encoding: NumberEncoding) -> Int {
    switch (encoding, first) {
    case (.cp932, 0x81...0x9F), (.cp932, 0xE0...0xFC): 2
    case (.cp932, _): 1
    case (.utf8, 0xC0...0xDF): 2
    case (.utf8, 0xE0...0xEF): 3
    case (.utf8, 0xF0...0xF7): 4
    case (.utf8, _): 1
    }
  }

  /// The next digit of a field, in half or full width; nil for any other character, which is passed
  /// over, or at the end.
  public static func digit(
    in field: Span<UInt8>, at index: inout Int, _ encoding: NumberEncoding
  ) -> UInt8? {
    guard index < field.count else { return nil }
    let first = index
    let symbol = NumberSymbol.next(in: field, at: &index, encoding)
    if case .digit(let digit) = symbol { return digit }
    if field[first] >= 0x80 { index = min(field.count, first + length(field[first], encoding)) }
    return nil
  }
}
