/// Something that is missing, with the articles that ask for it.
public struct IdentityGap: Hashable, Sendable {
  public let shortfall: IdentityShortfall
  public let citations: [Citation]
}
