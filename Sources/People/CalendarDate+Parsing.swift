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
    guard text.utf8.count == 10 else { return nil }
    var numbers = (year: 0, month: 0, day: 0)
    for (place, byte) in text.utf8.enumerated() {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let digit = Int(byte - UInt8(ascii: "0"))
      switch place {
      case ..<4: numbers.year = numbers.year * 10 + digit
      case ..<7: numbers.month = numbers.month * 10 + digit
      default: numbers.day = numbers.day * 10 + digit
      }
    }
    return CalendarDate(year: numbers.year, month: numbers.month, day: numbers.day)
  }
}
