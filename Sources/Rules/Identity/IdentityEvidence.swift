public import People

/// What the columns of one row say about the verification, and about whom.
public struct IdentityEvidence: Hashable, Sendable {
  public var kind: PersonKind
  public var standing: DependentStanding
  public var columns: IdentityColumns
  /// Who attested that verification was done before the vault; nil when nobody did.
  public var attestedBy: String?

  public init(
    kind: PersonKind, standing: DependentStanding = .none,
    _ columns: IdentityColumns = IdentityColumns(), attestedBy: String? = nil
  ) {
    self.kind = kind
    self.standing = standing
    self.columns = columns
    self.attestedBy = attestedBy
  }
}
