import Text

/// Folding of a value into the characters of its field, and what is still wrong with it.
enum FieldFolding {
  static func fold(_ text: String, as characters: FieldClass) -> String {
    switch characters {
    case .full: Folding.fullWidth(text)
    case .kana: Folding.fullWidthKatakana(text)
    case .halfKana: Folding.halfWidthKatakana(text)
    case .half: Folding.halfWidth(text)
    case .digits, .number, .code, .date, .day, .calendar: digits(text)
    case .mixed, .name, .kanaName, .address, .symbol: text
    }
  }

  /// An amount as people type it, in half width without separators.
  static func digits(_ text: String) -> String {
    if isDigits(text) { return text }
    return Folding.halfWidth(text).filter { $0 != "," && $0 != " " }
  }

  /// Which kinds of folding made `after` of `before`.
  static func kinds(_ before: String, _ after: String) -> Set<FoldKind> {
    if before == after { return [] }
    var kinds: Set<FoldKind> = []
    if spaces(before) != spaces(after) { kinds.insert(.space) }
    if hyphens(before) != hyphens(after) { kinds.insert(.hyphen) }
    if rest(before) != rest(after) { kinds.insert(.width) }
    return kinds.isEmpty ? [.width] : kinds
  }

  private static func isHyphen(_ character: Character) -> Bool {
    "-‐‑‒–—―−－─━".contains(character)
  }

  private static func spaces(_ text: String) -> [Character] {
    text.filter(\.isWhitespace).map { $0 }
  }
  private static func hyphens(_ text: String) -> [Character] { text.filter(isHyphen).map { $0 } }
  private static func rest(_ text: String) -> [Character] {
    text.filter { !$0.isWhitespace && !isHyphen($0) }.map { $0 }
  }

  /// What breaks the rules of a field of this width, in a value that is folded already.
  static func mistakes(
    _ text: String, as characters: FieldClass, width: Int, isExact: Bool, countsBytes: Bool = false
  ) -> [MistakeRule] {
    if text.contains(where: \.isNewline) { return [.lineBreak] }
    var rules = mistakes(text, as: characters)
    let count = countsBytes ? bytes(of: text) : text.unicodeScalars.count
    if isExact, count != width { rules.append(.wrongLength(found: count, exactly: width)) }
    if !isExact, count > width { rules.append(.tooLong(found: count, limit: width)) }
    return rules
  }

  private static func mistakes(_ text: String, as characters: FieldClass) -> [MistakeRule] {
    switch characters {
    case .full, .kana:
      let missing = JISX0208.missing(in: text)
      let others = missing.filter { !isHalfWidth($0) }
      return (missing.count > others.count ? [.notFullWidth] : [])
        + (others.isEmpty ? [] : [unencodable(others)])
    case .halfKana: return text.unicodeScalars.allSatisfy(isHalfKana) ? [] : [.notHalfWidth]
    case .half: return text.utf8.allSatisfy(isPlain) ? [] : [.notHalfWidth]
    case .digits, .number, .date, .day, .calendar: return isDigits(text) ? [] : [.notDigits]
    case .code:
      if !isDigits(text) { return [.notDigits] }
      return text.allSatisfy { $0 == "0" } ? [.onlyZeros] : []
    case .symbol: return isSymbol(text) ? [] : [.notASymbol]
    case .mixed: return unknownToJIS(text)
    case .name: return unknownToJIS(text) + (isParted(text, by: "\u{3000}") ? [] : [.notParted])
    case .kanaName:
      if !text.unicodeScalars.allSatisfy({ isKatakana($0) || $0 == " " }) {
        return [.notHalfKatakana]
      }
      return isParted(text, by: " ") ? [] : [.notParted]
    case .address:
      let hasBadSpace = text.contains(" ") || text.contains("\u{3000}\u{3000}")
      return unknownToJIS(text) + (hasBadSpace ? [.badSpace] : [])
    }
  }

  /// Characters that are neither half-width nor in JIS X 0208.
  private static func unknownToJIS(_ text: String) -> [MistakeRule] {
    let full = text.filter { character in
      character.unicodeScalars.contains { !$0.isASCII && !isKatakana($0) }
    }
    let missing = JISX0208.missing(in: full)
    let hasControl = text.unicodeScalars.contains { $0.value < 0x20 || $0 == "\"" || $0 == "," }
    return (missing.isEmpty ? [] : [.notInJIS(codePoints: points(missing))])
      + (hasControl ? [.notHalfWidth] : [])
  }

  /// How many bytes CP932 takes for characters it has.
  private static func bytes(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.isASCII || isKatakana($1) ? 1 : 2) }
  }

  /// Whether two or more parts stand apart by one separator each.
  private static func isParted(_ text: String, by separator: Character) -> Bool {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    return parts.count > 1 && parts.allSatisfy { !$0.isEmpty }
  }

  private static func isDigits(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isSymbol(_ text: String) -> Bool {
    let isAlphabetic = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
    let isKana = text.unicodeScalars.allSatisfy(isKatakana)
    return (isAlphabetic || isKana) && !text.allSatisfy { $0 == "0" }
  }

  private static func isKatakana(_ scalar: Unicode.Scalar) -> Bool {
    (0xFF61...0xFF9F).contains(scalar.value)
  }

  private static func unencodable(_ characters: [Character]) -> MistakeRule {
    .unencodable(codePoints: points(characters), remedy: CharacterRemedy(.file))
  }

  private static func points(_ characters: [Character]) -> [String] {
    characters.map { character in
      character.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }
        .joined(separator: " ")
    }
  }

  private static func isHalfWidth(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0.isASCII || isKatakana($0) }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20...0x7E).contains(byte) && byte != 0x22 && byte != 0x2C
  }

  private static func isHalfKana(_ scalar: Unicode.Scalar) -> Bool {
    isKatakana(scalar) || (scalar.isASCII && isPlain(UInt8(scalar.value)))
  }
}
