/// Whether a slip is filed, and by which article.
public enum FilingDecision: Hashable, Sendable {
  case filed(article: Citation)
  /// Paid no more than the limit: no slip is filed, so no number is handed over.
  case leftOut(article: Citation, atMostYen: Int)
  /// The copy is not filed for such a slip at all.
  case needless(NeedlessCopy)
}
