/// A reason with its articles, in both languages.
public struct IncidentReason: Hashable, Sendable, Identifiable {
  /// A word for programs.
  public let id: String
  public let ja: String
  public let en: String
  /// Where it stands.
  public let articles: [String]

  init(_ id: String, _ ja: String, _ en: String, _ articles: String...) {
    self.id = id
    self.ja = ja
    self.en = en
    self.articles = articles
  }
}
