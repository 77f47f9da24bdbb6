import Text

/// Folding of a value into the characters of its field, and what is still wrong with it.
enum FieldFolding {
  static func fold(_ text: String, as characters: FieldClass) -> String {
    switch characters {
    case .full: Folding.fullWidth(text)
    case .kana: Folding.fullWidthKatakana(text)
    case .halfKana: Folding.halfWidthKatakana(text)
    case .half: Folding.halfWidth(text)
    case .digits, .number: digits(text)
    }
  }

  /// An amount as people type it, in half width without separators.
  static func digits(_ text: String) -> String {
    Folding.halfWidth(text).filter { $0 != "," && $0 != " " }
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
    _ text: String, as characters: FieldClass, width: Int, isExact: Bool
  ) -> [MistakeRule] {
    if text.contains(where: \.isNewline) { return [.lineBreak] }
    var rules: [MistakeRule] = []
    switch characters {
    case .full, .kana:
      let missing = JISX0208.missing(in: text)
      if !missing.isEmpty { rules.append(unencodable(missing)) }
    case .halfKana: if !text.unicodeScalars.allSatisfy(isHalfKana) { rules.append(.notHalfWidth) }
    case .half: if !text.utf8.allSatisfy(isPlain) { rules.append(.notHalfWidth) }
    case .digits, .number:
      if !text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { rules.append(.notDigits) }
    }
    let count = text.unicodeScalars.count
    if isExact, count != width { rules.append(.wrongLength(found: count, exactly: width)) }
    if !isExact, count > width { rules.append(.tooLong(found: count, limit: width)) }
    return rules
  }

  static func unencodable(_ characters: [Character]) -> MistakeRule {
    let points = characters.map { character in
      character.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }
        .joined(separator: " ")
    }
    return .unencodable(
      codePoints: points, remedy: "give 届出用氏名 or 届出用住所, or --substitute")
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20...0x7E).contains(byte) && byte != 0x22 && byte != 0x2C
  }

  private static func isHalfKana(_ scalar: Unicode.Scalar) -> Bool {
    (0xFF61...0xFF9F).contains(scalar.value) || (scalar.isASCII && isPlain(UInt8(scalar.value)))
  }
}
