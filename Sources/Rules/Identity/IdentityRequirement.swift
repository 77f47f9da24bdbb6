/// The article by which a proof is asked for on one channel of one provider, as one policy row.
public struct IdentityRequirement: Hashable, Sendable {
  public let proof: IdentityProof
  public let providers: CaseSet<IdentityProvider>
  public let channels: CaseSet<IdentityChannel>
  /// How many identity documents are asked for; nil for any number.
  public let count: Int?
  public let citations: [Citation]
}
