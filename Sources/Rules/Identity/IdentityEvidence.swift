public import People

/// What the columns of one row say about the verification, and about whom.
public struct IdentityEvidence: Hashable, Sendable {
  public var kind: PersonKind
  public var standing: DependentStanding
  /// 番号確認書類, as written.
  public var numberDocument: String?
  /// 身元確認書類, as written, one each.
  public var identityDocuments: [String]
  /// 確認方法.
  public var method: VerificationMethod?
  /// 確認日.
  public var verifiedOn: CalendarDate?
  /// Who attested that verification was done before the vault; nil when nobody did.
  public var attestedBy: String?

  public init(
    kind: PersonKind, standing: DependentStanding = .none, numberDocument: String? = nil,
    identityDocuments: [String] = [], method: VerificationMethod? = nil,
    verifiedOn: CalendarDate? = nil, attestedBy: String? = nil
  ) {
    self.kind = kind
    self.standing = standing
    self.numberDocument = numberDocument
    self.identityDocuments = identityDocuments
    self.method = method
    self.verifiedOn = verifiedOn
    self.attestedBy = attestedBy
  }

  /// Whether every column of the verification is empty.
  var isEmpty: Bool {
    numberDocument == nil && identityDocuments.isEmpty && method == nil && verifiedOn == nil
  }

  /// Whether all that is said is that nothing was kept (記録なし).
  var isWithoutParticulars: Bool {
    numberDocument == nil && identityDocuments.isEmpty && method == .noRecord
      && verifiedOn == nil
  }
}
