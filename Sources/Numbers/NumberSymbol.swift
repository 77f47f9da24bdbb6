/// What one character of a number field means: a digit, a separator to skip, or neither.
enum NumberSymbol: Equatable {
  case digit(UInt8)
  case separator
  case other

  /// Reads the character at `index` and moves `index` past it.
  ///
  /// Works on bytes, so that a number never becomes a `String`. A broken or unknown sequence is
  /// `other`; `index` then moves by one byte.
  static func next(in bytes: Span<UInt8>, at index: inout Int, _ encoding: NumberEncoding) -> Self {
    let first = bytes[index]
    index += 1
    if first < 0x80 { return ascii(first) }
    return switch encoding {
    case .utf8: utf8(first, in: bytes, at: &index)
    case .cp932: cp932(first, in: bytes, at: &index)
    }
  }

  private static func ascii(_ byte: UInt8) -> Self {
    switch byte {
    case 0x30...0x39: .digit(byte)
    case 0x20, 0x09, 0x2D: .separator
    default: .other
    }
  }

  private static func utf8(
    _ first: UInt8, in bytes: Span<UInt8>, at index: inout Int
  ) -> Self {
    guard index < bytes.count else { return .other }
    let second = bytes[index]
    if first == 0xC2 {
      // U+00A0 no-break space, U+00AD soft hyphen
      guard second == 0xA0 || second == 0xAD else { return .other }
      index += 1
      return .separator
    }
    guard index + 1 < bytes.count else { return .other }
    let symbol = three(first, second, bytes[index + 1])
    if symbol != .other { index += 2 }
    return symbol
  }

  private static func three(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Self {
    switch (first, second, third) {
    case (0xEF, 0xBC, 0x90...0x99): .digit(third - 0x60)  // U+FF10…FF19 full-width digits
    case (0xE2, 0x80, 0x80...0x8B): .separator  // U+2000…200B spaces of all widths
    case (0xE2, 0x80, 0x90...0x95): .separator  // U+2010…2015 hyphens and dashes
    case (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x83), (0xE2, 0x81, 0xA0): .separator
    case (0xE2, 0x88, 0x92): .separator  // U+2212 minus sign
    case (0xE2, 0x94, 0x80), (0xE2, 0x94, 0x81): .separator  // ─ ━ drawn lines
    case (0xE3, 0x80, 0x80): .separator  // U+3000 ideographic space
    case (0xE3, 0x83, 0xBC), (0xEF, 0xBD, 0xB0): .separator  // ー ｰ typed for a hyphen
    case (0xEF, 0xBC, 0x8D), (0xEF, 0xB9, 0xA3), (0xEF, 0xB9, 0x98): .separator  // － ﹣ ﹘
    case (0xEF, 0xBB, 0xBF): .separator  // U+FEFF, which spreadsheets leave behind
    default: .other
    }
  }

  private static func cp932(
    _ first: UInt8, in bytes: Span<UInt8>, at index: inout Int
  ) -> Self {
    if first == 0xB0 { return .separator }  // ｰ
    guard index < bytes.count else { return .other }
    let symbol: Self =
      switch (first, bytes[index]) {
      case (0x82, 0x4F...0x58): .digit(bytes[index] - 0x1F)  // full-width digits
      case (0x81, 0x40): .separator  // ideographic space
      case (0x81, 0x5B...0x5D), (0x81, 0x7C): .separator  // ー ― ‐ －
      case (0x84, 0x9F), (0x84, 0xAA): .separator  // ─ ━
      default: .other
      }
    if symbol != .other { index += 1 }
    return symbol
  }
}
