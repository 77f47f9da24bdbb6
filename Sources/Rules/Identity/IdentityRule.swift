public import People

/// One way of proving a number, an identity or a power, with its article and its days in force.
public struct IdentityRule: Hashable, Sendable, Identifiable {
  /// Where the person lives, as far as a rule asks.
  public enum Residence: String, CaseIterable, Hashable, Sendable {
    case japan
    /// Moved abroad and kept the number (国外転出者).
    case abroad
  }

  /// So many documents of these uses.
  public struct Need: Hashable, Sendable {
    public let anyOf: CaseSet<IdentityDocument.Use>
    public let count: Int
  }

  public let id: String
  public let ja: String
  public let en: String
  public let proves: CaseSet<IdentityProof>
  public let providers: CaseSet<IdentityProvider>
  public let channels: CaseSet<IdentityChannel>
  public let residences: CaseSet<Residence>
  /// For whom; empty for everyone.
  public let kinds: CaseSet<PersonKind>
  /// Every need must be met.
  public let needs: [Need]
  public let facts: CaseSet<IdentityFact>
  /// Whether copies suffice face to face too (番号法施行規則8条).
  public let takesCopies: Bool
  public let citations: DatedCitations
  public let inForce: InForce
}
