extension CalendarDate {
  /// Reads a date as people write it; nil when it is anything else.
  ///
  /// Takes 2025-04-01, 2025/4/1, 2025.4.1, 2025年4月1日, 令和7年4月1日 (元年 too), R7.4.1 and the same
  /// with 平成 H, 昭和 S, 大正 T, 明治 M and the one-character era signs; full-width digits, letters and
  /// separators count as ASCII. A day outside its era (昭和64年1月8日) is refused.
  public init?(parsing text: String) {
    var scanner = DateScanner(text)
    scanner.skipSpaces()
    guard let date = scanner.date() else { return nil }
    scanner.skipSpaces()
    guard scanner.isAtEnd else { return nil }
    self = date
  }
}
