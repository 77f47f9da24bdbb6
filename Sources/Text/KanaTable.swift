/// Half- and full-width kana, voiced and plain.
enum KanaTable {
  /// What half-width U+FF61…FF9F are in full width, in code order.
  private static let wide: [Unicode.Scalar] = Array(
    ("。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテト"
      + "ナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜").unicodeScalars)

  /// The half-width spelling of U+3000…30FF, by the low byte.
  private static let narrow: [Half?] = makeNarrow()

  /// A half-width character and the mark that follows it.
  struct Half {
    let base: Unicode.Scalar
    let mark: Unicode.Scalar?
  }

  /// The full-width form of a half-width kana or mark; any other character as it is.
  static func full(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF61...0xFF9F).contains(scalar.value) else { return scalar }
    return wide[Int(scalar.value - 0xFF61)]
  }

  /// The half-width form of a full-width katakana or mark; nil for any other character.
  static func half(_ scalar: Unicode.Scalar) -> Half? {
    guard (0x3000...0x30FF).contains(scalar.value) else { return nil }
    return narrow[Int(scalar.value - 0x3000)]
  }

  /// The katakana of a hiragana; any other character as it is.
  static func katakana(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x3041...0x3096, 0x309D...0x309E: Unicode.Scalar(scalar.value + 0x60) ?? scalar
    default: scalar
    }
  }

  /// Whether a long-vowel mark may follow: hiragana, katakana of both widths and their marks.
  static func isKana(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0xFF66...0xFF9F: true
    default: false
    }
  }

  /// か to が and so on; nil if there is no such kana.
  static func voiced(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch katakana(scalar).value {
    case 0x30A6: Unicode.Scalar(scalar.value + 0x4E)  // ウ ヴ
    case 0x30AB...0x30C2 where katakana(scalar).value % 2 == 1: next(scalar, 1)  // カ…チ
    case 0x30C4, 0x30C6, 0x30C8: next(scalar, 1)  // ツ テ ト
    case 0x30CF, 0x30D2, 0x30D5, 0x30D8, 0x30DB: next(scalar, 1)  // ハ…ホ
    case 0x30FD: next(scalar, 1)  // ヽ ヾ
    case 0x30EF...0x30F2 where scalar.value >= 0x30EF: next(scalar, 8)  // ワ…ヲ ヷ…ヺ
    default: nil
    }
  }

  /// は to ぱ and so on; nil if there is no such kana.
  static func semivoiced(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch katakana(scalar).value {
    case 0x30CF, 0x30D2, 0x30D5, 0x30D8, 0x30DB: next(scalar, 2)
    default: nil
    }
  }

  private static func next(_ scalar: Unicode.Scalar, _ distance: UInt32) -> Unicode.Scalar? {
    Unicode.Scalar(scalar.value + distance)
  }

  private static func makeNarrow() -> [Half?] {
    var table = [Half?](repeating: nil, count: 0x100)
    func put(_ scalar: Unicode.Scalar?, _ base: Unicode.Scalar, _ mark: Unicode.Scalar? = nil) {
      guard let scalar else { return }
      table[Int(scalar.value - 0x3000)] = Half(base: base, mark: mark)
    }
    for (index, scalar) in wide.enumerated() {
      guard let base = Unicode.Scalar(0xFF61 + UInt32(index)) else { continue }
      put(scalar, base)
      put(voiced(scalar), base, "ﾞ")
      put(semivoiced(scalar), base, "ﾟ")
    }
    // Kana without a half-width form of their own.
    for (scalar, base) in [("ヮ", "ﾜ"), ("ヰ", "ｲ"), ("ヱ", "ｴ"), ("ヵ", "ｶ"), ("ヶ", "ｹ")]
      as [(Unicode.Scalar, Unicode.Scalar)]
    { put(scalar, base) }
    return table
  }
}
