public import People
internal import Rules

/// What the columns of a person file say of a verification: kinds of documents, method and date.
public struct EvidenceColumns: Hashable, Sendable {
  /// The document that proved the number, as written.
  public var numberDocument: String?
  /// The documents that proved the person, as written.
  public var identityDocuments: [String]
  /// How they were shown.
  public var method: VerificationMethod?
  /// On which day.
  public var verifiedOn: CalendarDate?

  /// Whether every column is empty.
  var isEmpty: Bool {
    numberDocument == nil && identityDocuments.isEmpty && method == nil && verifiedOn == nil
  }

  /// The columns with the person they are about.
  func evidence(
    of kind: PersonKind, _ standing: DependentStanding, attestedBy user: String? = nil
  ) -> IdentityEvidence {
    IdentityEvidence(
      kind: kind, standing: standing, numberDocument: numberDocument,
      identityDocuments: identityDocuments, method: method, verifiedOn: verifiedOn,
      attestedBy: user)
  }
}
