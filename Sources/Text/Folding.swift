/// Folding of widths: full to half and back, kana, and a key to compare headers and names by.
///
/// Works on characters that Japanese files hold; it is no general Unicode normalisation.
public enum Folding {
  /// `text` with each kana that is followed by a combining ゛ or ゜ made one character.
  public static func composed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value == 0x3099 || $0.value == 0x309A }) else {
      return text
    }
    var joiner = KanaJoiner(capacity: text.utf8.count)
    for scalar in text.unicodeScalars { joiner.append(scalar) }
    return joiner.text
  }

  /// `text` in full width, as filings want it.
  ///
  /// ASCII, spaces and half-width kana become full-width (voiced kana one character); hyphens and
  /// dashes of all kinds, and a long-vowel mark that follows no kana, become －; ' and " become ’
  /// and ”, which JIS X 0208 has; invisible characters go.
  public static func fullWidth(_ text: String) -> String {
    var joiner = KanaJoiner(capacity: text.utf8.count)
    for scalar in text.unicodeScalars where !isInvisible(scalar) {
      joiner.append(isDash(scalar, after: joiner.last) ? "－" : wide(scalar))
    }
    return joiner.text
  }

  /// `text` in half width: the inverse, for ASCII, spaces, katakana, marks and hyphens.
  ///
  /// Hiragana and kanji stay as they are. Voiced kana become two characters (ガ is ｶﾞ).
  public static func halfWidth(_ text: String) -> String {
    // Printable ASCII is what most fields hold, and stays as it is.
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    var output = TextBuffer(capacity: text.utf8.count)
    var last: Unicode.Scalar?
    for scalar in composed(text).unicodeScalars where !isInvisible(scalar) {
      if isDash(scalar, after: last) {
        output.append("-")
      } else if let half = KanaTable.half(scalar) {
        output.append(half.base)
        if let mark = half.mark { output.append(mark) }
      } else {
        output.append(narrow(scalar))
      }
      last = scalar
    }
    return output.text
  }

  /// `text` with hiragana made katakana; all else stays.
  public static func katakana(_ text: String) -> String {
    var output = TextBuffer(capacity: text.utf8.count)
    for scalar in composed(text).unicodeScalars { output.append(KanaTable.katakana(scalar)) }
    return output.text
  }

  /// Readings for records that want half-width kana: ﾀﾅｶ ｼﾞﾛｳ, from hiragana or katakana.
  public static func halfWidthKatakana(_ text: String) -> String { halfWidth(katakana(text)) }

  /// Readings for records that want full-width katakana: タナカ　ジロウ.
  public static func fullWidthKatakana(_ text: String) -> String { katakana(fullWidth(text)) }
}

extension Folding {
  /// Whether `scalar` is meant as a hyphen: any hyphen, dash, minus or drawn line, or a long-vowel
  /// mark that does not follow kana (１ー１).
  static func isDash(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0x2043, 0x2212, 0x2500...0x2501, 0xFE58, 0xFE63, 0xFF0D:
      return true
    case 0x30FC, 0xFF70:  // ー ｰ
      guard let last else { return true }
      return !KanaTable.isKana(last)
    default: return false
    }
  }

  /// Zero-width characters and byte order marks, which spreadsheets and web pages leave behind.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// Spaces of all widths and the tab; not the ends of lines.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func wide(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if isSpace(scalar) { return "\u{3000}" }
    switch scalar {
    case "'", "\u{FF07}": return "’"
    case "\"", "\u{FF02}": return "”"
    case "¥": return "￥"
    case "〜": return "～"
    default: break
    }
    guard (0x21...0x7E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
  }

  static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if isSpace(scalar) { return " " }
    switch scalar {
    case "‘", "’": return "'"
    case "“", "”": return "\""
    case "〜": return "~"
    default: break
    }
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }
}
