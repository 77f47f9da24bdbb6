extension Folding {
  /// A key that is equal for texts which people would call the same.
  ///
  /// Widths and hyphens are unified, ASCII is lowercased, white space and invisible characters go,
  /// and the signs of Japanese forms are spelt out as NFKC does (① 1, Ⅲ iii, ㈱ (株), ㍻ 平成).
  /// Variant kanji (高 and 髙) stay different. For comparing only, never for showing or filing.
  public static func key(_ text: String) -> String {
    var joiner = KanaJoiner(capacity: text.utf8.count)
    for scalar in text.unicodeScalars {
      if isSpace(scalar) || isLineEnd(scalar) || isInvisible(scalar) { continue }
      if let spelt = spelling(scalar) {
        for part in spelt.unicodeScalars { joiner.append(part) }
      } else {
        joiner.append(isDash(scalar, after: joiner.last) ? "-" : lowercase(narrow(scalar)))
      }
    }
    return joiner.text
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x41...0x5A).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value + 0x20) ?? scalar
  }

  private static func spelling(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x2460...0x2473: String(scalar.value - 0x245F)  // ①…⑳
    case 0x2474...0x2487: "(\(scalar.value - 0x2473))"  // ⑴…⒇
    case 0x2160...0x216B: roman[Int(scalar.value - 0x2160)]  // Ⅰ…Ⅻ
    case 0x2170...0x217B: roman[Int(scalar.value - 0x2170)]  // ⅰ…ⅻ
    case 0x2116...0x33CD: sign(scalar)
    default: nil
    }
  }

  private static let roman = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
  ]

  private static func sign(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "№": "no"
    case "℡": "tel"
    case "㈱": "(株)"
    case "㈲": "(有)"
    case "㈹": "(代)"
    case "㍾": "明治"
    case "㍽": "大正"
    case "㍼": "昭和"
    case "㍻": "平成"
    case "㋿": "令和"
    case "㏍": "k.k."
    default: nil
    }
  }
}
