public import People

/// One combination of documents that completes the identity verification (本人確認).
public struct IdentityRule: Hashable, Sendable, Identifiable {
  /// From whom the number comes.
  public enum Party: String, CaseIterable, Hashable, Sendable {
    /// The person.
    case person
    /// The employee as the agent of a spouse (第3号被保険者).
    case agent
  }

  /// So many documents of these uses.
  public struct Need: Hashable, Sendable {
    public let anyOf: Set<IdentityDocument.Use>
    public let count: Int
  }

  public let id: String
  public let ja: String
  public let en: String
  public let party: Party
  /// What the number document must be.
  public let number: Set<IdentityDocument.Use>
  /// What the identity documents must be; every need must be met.
  public let identity: [Need]
  public let methods: Set<VerificationMethod>
  /// For whom; empty for everyone.
  public let kinds: Set<PersonKind>
  public let citations: [Citation]
  public let inForce: InForce

  func isMet(by identityDocuments: [IdentityDocument]) -> Bool {
    identity.allSatisfy { need in
      identityDocuments.count { !$0.uses.isDisjoint(with: need.anyOf) } >= need.count
    }
  }
}
