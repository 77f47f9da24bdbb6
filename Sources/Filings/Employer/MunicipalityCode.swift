/// The code of a municipality: five digits, or six with the check digit (全国地方公共団体コード).
enum MunicipalityCode {
  /// Whether six digits have a right check digit.
  static func isValid(_ text: String) -> Bool { isValid(text.utf8.span) }

  /// The same for bytes of a file.
  static func isValid(_ bytes: Span<UInt8>) -> Bool {
    bytes.count == 6 && checkDigit(of: bytes) == bytes[5]
  }

  /// The six digits of a code of five; a code of six as it is, nil for anything else.
  static func complete(_ text: String) -> String? {
    let bytes = text.utf8.span
    guard let digit = checkDigit(of: bytes) else { return nil }
    return bytes.count == 6 ? text : text + String(UnicodeScalar(digit))
  }

  /// The check digit, in ASCII, of the first five digits; nil for what is not five or six digits.
  ///
  /// The digits are weighed 6, 5, 4, 3, 2; 11 less the rest by 11, its last digit, is the check.
  private static func checkDigit(of bytes: Span<UInt8>) -> UInt8? {
    guard (5...6).contains(bytes.count) else { return nil }
    var sum = 0
    for index in bytes.indices {
      guard (0x30...0x39).contains(bytes[index]) else { return nil }
      if index < 5 { sum += Int(bytes[index] - 0x30) * (6 - index) }
    }
    return 0x30 + UInt8((11 - sum % 11) % 10)
  }
}
