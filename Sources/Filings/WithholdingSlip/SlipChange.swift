public import People

/// A value that was written otherwise than it was given.
public struct SlipChange: Hashable, Sendable {
  /// Why it differs.
  public enum Reason: Hashable, Sendable {
    /// Width, hyphens or spaces were folded.
    case folded(Set<FoldKind>)
    /// 届出用氏名 or 届出用住所 of the person stands in its place.
    case filingForm
    /// Characters were replaced by the policy's table.
    case substituted
  }

  public let line: Int
  /// Whose value it is.
  public let person: PersonCode
  /// The official name of the item.
  public let field: String
  public let reason: Reason
  /// As it was given; a name or an address may stand here.
  public let from: String
  /// As it is written.
  public let to: String
}
