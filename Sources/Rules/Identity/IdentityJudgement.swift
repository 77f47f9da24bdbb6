public import People

/// What came of judging a row's verification.
public enum IdentityJudgement: Hashable, Sendable {
  /// Complete; the conditions are what the columns cannot show and a person answers for.
  case complete(Verification, conditions: [String])
  /// Not complete: the number is kept but never opened.
  case incomplete([IdentityShortfall])
}
