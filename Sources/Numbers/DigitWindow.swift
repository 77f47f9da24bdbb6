/// The last twelve digits of a text, four bits each, and how many of them there are.
struct DigitWindow {
  private var digits: UInt64 = 0
  private var count = 0

  /// Takes one character; true when the last twelve digits now look like a My Number.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    if Self.isLetter(scalar) {
      self = DigitWindow()
      return false
    }
    if let digit = Self.value(of: scalar) {
      digits = (digits << 4 | digit) & 0xFFFF_FFFF_FFFF
      count += 1
      return count >= MyNumber.digitCount && digits != 0 && passes
    }
    if !Self.isSeparator(scalar) { self = DigitWindow() }
    return false
  }

  private var passes: Bool {
    var sum = 0
    for index in 0..<11 {
      sum += Int(digits >> UInt64(4 * (11 - index)) & 0xF) * CheckDigit.weight(at: index)
    }
    return CheckDigit.ofMyNumber(sum: sum) == Int(digits & 0xF)
  }

  /// Kana, kanji and ASCII letters, told without a look into Unicode's tables.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x3041...0x3096, 0x30A1...0x30FA, 0x3400...0x9FFF: true
    default: false
    }
  }

  private static func value(of scalar: Unicode.Scalar) -> UInt64? {
    if scalar.isASCII {
      return (0x30...0x39).contains(scalar.value) ? UInt64(scalar.value) & 0xF : nil
    }
    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue
    else { return nil }
    return UInt64(value)
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", ".", "_", " ", "　", "・", "･", "·", "−", "ー", "ｰ", "─", "━", "⁃": return true
    default: break
    }
    if scalar.properties.isWhitespace { return true }
    let category = scalar.properties.generalCategory
    return category == .dashPunctuation || category == .format
  }
}
