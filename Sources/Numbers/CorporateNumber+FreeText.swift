extension CorporateNumber {
  /// Whether thirteen digits or more stand together in a text, or thirteen as 1-4-4-4: what could be
  /// a corporate number (法人番号), whether its check digit is right or not.
  ///
  /// Decimal digits of every script count as digits.
  public static func looksLikeNumber(in text: String) -> Bool {
    var groups: [Int] = []
    var isParted = false
    for scalar in text.unicodeScalars {
      if isDigit(scalar) {
        if groups.isEmpty || isParted { groups.append(0) }
        groups[groups.count - 1] += 1
        isParted = false
      } else if !isParted, !groups.isEmpty, !scalar.properties.isAlphabetic {
        isParted = true
      } else {
        if isNumber(groups) { return true }
        (groups, isParted) = ([], false)
      }
    }
    return isNumber(groups)
  }

  private static func isNumber(_ groups: [Int]) -> Bool {
    if groups.contains(where: { $0 >= 13 }) { return true }
    guard groups.count >= 4 else { return false }
    return (0...groups.count - 4).contains { groups[$0..<$0 + 4].elementsEqual([1, 4, 4, 4]) }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x30...0x39).contains(scalar.value) }
    return scalar.properties.numericType == .decimal
  }
}
