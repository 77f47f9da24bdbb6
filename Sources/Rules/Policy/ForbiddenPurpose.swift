public import Wording

/// A purpose without a basis in law, as one policy row: it cannot be defined, declared or consented to.
public struct ForbiddenPurpose: Hashable, Sendable, Identifiable {
  public let id: ForbiddenUse
  public let ja: String
  public let en: String
  /// Words by which it is recognised in an id or a name, in lower case.
  public let words: [String]
  public let whyJa: String
  public let whyEn: String
  public let citations: [Citation]

  /// Whether a text names this use.
  public func isNamed(in text: String) -> Bool {
    let text = text.lowercased()
    return words.contains { text.contains($0) }
  }
}

extension ForbiddenPurpose: Worded {
  /// The use, why it is refused and the articles.
  public var phrase: Phrase {
    let name = Phrase(english: "\(en) (\(ja))", japanese: ja)
    let why = Phrase(english: whyEn, japanese: whyJa)
    return "\(name): \(why) (\(citations.map(\.description).joined(separator: ", ")))"
  }
}
