/// A place in the law, such as `所得税法226条1項`: a statute of the closed list, then the article.
public struct Citation: Hashable, Sendable, CustomStringConvertible {
  /// The statute's name as cited.
  public let statute: String
  /// What follows the name.
  public let article: String

  /// Reads a citation; nil when it names no statute of the list or no article.
  public init?(_ text: String) {
    // The longest name first: 所得税法施行規則 also begins with 所得税法.
    guard let statute = Statutes.known.first(where: text.hasPrefix) else { return nil }
    let article = text.dropFirst(statute.count)
    guard let first = article.first, first.isNumber || first == "附" || first == "第" else {
      return nil
    }
    self.statute = statute
    self.article = String(article)
  }

  public var description: String { statute + article }
}
