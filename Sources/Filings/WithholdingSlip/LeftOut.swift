public import People
public import Rules

/// A person of the payroll file for whom no slip is filed, and by which article.
public struct LeftOut: Hashable, Sendable {
  public let line: Int
  public let person: PersonCode
  public let article: Citation
  /// Paid no more than this many yen.
  public let atMostYen: Int
}
