/// The code of a municipality: five digits, or six with the check digit (全国地方公共団体コード).
enum MunicipalityCode {
  /// Whether six digits have a right check digit.
  static func isValid(_ text: String) -> Bool {
    text.utf8.count == 6 && complete(String(text.prefix(5))) == text
  }

  /// The six digits of a code of five; a code of six as it is, nil for anything else.
  ///
  /// The digits are weighed 6, 5, 4, 3, 2; 11 less the rest by 11, its last digit, is the check.
  static func complete(_ text: String) -> String? {
    let digits = text.utf8.map { Int($0) - 0x30 }
    guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    if digits.count == 6 { return text }
    guard digits.count == 5 else { return nil }
    let sum = zip(digits, [6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
    return text + String((11 - sum % 11) % 10)
  }
}
