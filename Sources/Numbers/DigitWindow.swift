/// The last twelve digits of a text, and how they are written.
///
/// Twelve digits count with any spaces, dashes, dots, underscores or invisible characters between
/// them. Other marks (`/`, `,`, `:`, brackets and so on) stand between dates, amounts and telephone
/// numbers as well: with those, and at most two in a row, the digits count only as a number is
/// grouped, 4-4-4, 3-3-3-3 or 6-6, with such a mark in each gap and no digit at either end.
struct DigitWindow {
  /// What stands between the last digit and the next.
  private enum Gap {
    case none
    case plain
    case marks(Int)
    case end
  }

  private static let mostMarks = 2

  private var digits: UInt64 = 0
  /// How many digits there are without a mark between them.
  private var count = 0
  /// The lengths of the last groups between marks, one byte each, the last lowest.
  private var groups: UInt32 = 0
  private var gap = Gap.end

  /// Takes one character; true when digits before it, or up to it, look like a My Number.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    if let digit = Self.value(of: scalar) { return take(digit: digit) }
    // A letter ends everything, and costs no look into Unicode's tables.
    if Self.isLetter(scalar) { return endRun() }
    switch Self.kind(of: scalar) {
    case .plain: return takePlain()
    case .mark: return takeMark()
    case .letter: return endRun()
    }
  }

  /// Ends the text; true when its last digits look like a My Number.
  mutating func endRun() -> Bool {
    defer { gap = .end }
    return isGrouped
  }

  private mutating func take(digit: UInt64) -> Bool {
    switch gap {
    case .none: groups = groups & 0xFFFF_FF00 | min(groups & 0xFF + 1, 0xFF)
    case .plain: groups = 1
    case .marks:
      // The group before a mark ended there; digits on both sides are no plain run.
      groups = groups << 8 | 1
      count = 0
    case .end:
      groups = 1
      count = 0
    }
    gap = .none
    digits = (digits << 4 | digit) & 0xFFFF_FFFF_FFFF
    count += 1
    return count >= MyNumber.digitCount && passes
  }

  private mutating func takePlain() -> Bool {
    guard case .none = gap else { return false }
    gap = .plain
    return isGrouped
  }

  private mutating func takeMark() -> Bool {
    switch gap {
    case .end: return false
    case .marks(Self.mostMarks): return endRun()
    case .marks(let marks): gap = .marks(marks + 1)
    case .none, .plain: gap = .marks(1)
    }
    return isGrouped
  }

  /// Whether the last groups together are twelve digits, grouped as a number is.
  private var isGrouped: Bool {
    let isTwelve =
      groups & 0xFF_FFFF == 0x04_0404 || groups == 0x0303_0303 || groups & 0xFFFF == 0x0606
    return isTwelve && passes
  }

  private var passes: Bool {
    guard digits != 0 else { return false }
    var sum = 0
    for index in 0..<11 {
      sum += Int(digits >> UInt64(4 * (11 - index)) & 0xF) * CheckDigit.weight(at: index)
    }
    return CheckDigit.ofMyNumber(sum: sum) == Int(digits & 0xF)
  }
}

extension DigitWindow {
  /// What a character that is no digit is between two digits.
  private enum Kind {
    /// Looked through, however many there are.
    case plain
    /// Looked through between groups.
    case mark
    case letter
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
    guard !isLetter(scalar), scalar.properties.numericType == .decimal,
      let value = scalar.properties.numericValue
    else { return nil }
    return UInt64(value)
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar {
    case "-", ".", "_", " ", "　", "・", "･", "·", "−", "ー", "ｰ", "─", "━", "⁃": return .plain
    default: break
    }
    if scalar.properties.isWhitespace { return .plain }
    switch scalar.properties.generalCategory {
    case .dashPunctuation, .format, .control, .nonspacingMark, .enclosingMark: return .plain
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .spacingMark, .letterNumber, .otherNumber, .decimalNumber:
      return .letter
    default: return .mark
    }
  }
}
