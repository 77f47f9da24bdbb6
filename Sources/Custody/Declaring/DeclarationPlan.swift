public import People
public import Rules

/// What a declaration does for each person, and what stands against it.
public struct DeclarationPlan: Sendable {
  /// What it does for one person.
  public struct Line: Sendable {
    public let code: PersonCode
    /// The purposes told now.
    public let told: [PurposeID]
    /// Those told before, for which there is nothing to do.
    public let known: [PurposeID]
    /// Those told now for which the number held already is wrapped too.
    public let widened: [PurposeID]
    /// Why it cannot be done; empty when it can.
    public let refusals: [Refusal]
  }

  /// The people in the order in which they were named.
  public let lines: [Line]
  let wish: DeclarationWish

  /// Whether nothing stands against it.
  public var isAllowed: Bool { lines.allSatisfy(\.refusals.isEmpty) }
}
