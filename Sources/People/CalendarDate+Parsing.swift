extension CalendarDate {
  /// Reads a date as people write it; nil when it is anything else.
  ///
  /// Takes 2025-04-01, 2025/4/1, 2025.4.1, 2025年4月1日, 令和7年4月1日 (元年 too), R7.4.1 and the same
  /// with 平成 H, 昭和 S, 大正 T, 明治 M and the one-character era signs; full-width digits, letters and
  /// separators count as ASCII. A day outside its era (昭和64年1月8日) is refused.
  public init?(parsing text: String) {
    if let date = Self.iso(text) {
      self = date
      return
    }
    var scanner = DateScanner(text)
    scanner.skipSpaces()
    guard let date = scanner.date() else { return nil }
    scanner.skipSpaces()
    guard scanner.isAtEnd else { return nil }
    self = date
  }

  /// The date of `2025-04-01`, the usual form, without taking the text apart; nil for any other.
  private static func iso(_ text: String) -> CalendarDate? {
    let text = text.utf8.span
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      let year = number(text, 0..<4), let month = number(text, 5..<7),
      let day = number(text, 8..<10)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func number(_ text: Span<UInt8>, _ places: Range<Int>) -> Int? {
    var number = 0
    for place in places {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[place]) else { return nil }
      number = number * 10 + Int(text[place] - UInt8(ascii: "0"))
    }
    return number
  }
}
