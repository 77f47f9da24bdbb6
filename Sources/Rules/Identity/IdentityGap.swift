internal import Wording

/// Something that is missing, with the articles that ask for it.
public struct IdentityGap: Hashable, Sendable {
  public let shortfall: IdentityShortfall
  public let citations: [Citation]

  /// What is missing, in English, by the names that the rules have.
  func english(under rules: IdentityRules?) -> String { shortfall.phrase(under: rules).english }
}
