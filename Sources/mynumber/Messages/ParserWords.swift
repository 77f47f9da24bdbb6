/// What the parser of command lines says, in Japanese.
///
/// Its errors are not public, so its sentences are told apart by their words; one that is not known
/// stays in English.
enum ParserWords {
  /// The Japanese of a sentence; nil for one that is not known.
  static func japanese(_ sentence: String) -> String? {
    for (english, japanese) in sentences {
      guard let parts = parts(of: sentence[...], by: english) else { continue }
      return filled(japanese, parts)
    }
    return nil
  }

  /// The pattern with the parts in its places; braces in a part name no place.
  private static func filled(_ pattern: String, _ parts: [String]) -> String {
    pattern.replacing(/\{([0-9])\}/) { match in
      Int(match.1).flatMap { parts.indices.contains($0) ? parts[$0] : nil } ?? ""
    }
  }

  /// From the most particular to the most general; places are numbered as they stand in the English.
  private static let sentences: [(english: String, japanese: String)] = [
    ("Unknown option '{0}'. Did you mean '{1}'?", "{0} という指定はありません（{1} ではありませんか）"),
    ("Unknown option '{0}'", "{0} という指定はありません"),
    ("Invalid option: {0}", "{0} という指定はありません"),
    ("Unexpected argument '{0}'", "余分な語があります: {0}"),
    ("{0} unexpected arguments: {1}", "余分な語が{0}個あります: {1}"),
    ("Missing expected argument '{0}'", "{0} を指定してください"),
    ("Missing one of: {0}", "次のいずれかを指定してください: {0}"),
    ("Missing value for '{0}'", "{0} の値がありません"),
    (
      "The value '{0}' is invalid for '{1}'. Please provide one of {2}.",
      "{1} に {0} は使えません。使える値: {2}"
    ),
    ("The value '{0}' is invalid for '{1}'", "{1} に {0} は使えません"),
    (
      "The option '{0}' does not take any value, but '{1}' was specified.",
      "{0} に値（{1}）は付けられません"
    ),
    (
      "Value to be set with {0} had already been set with {1}",
      "{0} は、先の指定（{1}）と同時に使えません"
    ),
  ]

  /// What stands in the places of a pattern; nil if the text is not of it.
  private static func parts(of text: Substring, by pattern: String) -> [String]? {
    let pieces = pattern.split(separator: "{", omittingEmptySubsequences: false)
    guard let head = pieces.first, text.hasPrefix(head) else { return nil }
    var rest = text.dropFirst(head.count)
    var parts: [String] = []
    for (place, piece) in pieces.dropFirst().enumerated() {
      let words = piece.drop { $0 != "}" }.dropFirst()
      let isLast = place == pieces.count - 2
      if isLast {
        guard rest.hasSuffix(words) else { return nil }
        parts.append(listed(rest.dropLast(words.count)))
      } else {
        guard let found = rest.firstRange(of: words) else { return nil }
        parts.append(listed(rest[..<found.lowerBound]))
        rest = rest[found.upperBound...]
      }
    }
    return parts
  }

  /// A list in English as one that needs no words.
  private static func listed(_ text: Substring) -> String {
    String(text).replacing("' or '", with: "', '").replacing("' and '", with: "', '")
  }
}
