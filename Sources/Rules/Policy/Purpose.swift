/// A purpose of use (利用目的) for which numbers may be declared, collected and read.
public struct Purpose: Hashable, Sendable, Identifiable {
  public let id: PurposeID
  /// The wording told to people, in Japanese.
  public let ja: String
  public let en: String
  /// The articles that make the work number-related affairs (番号法9条4項); never empty.
  public let basis: [Citation]
  public let inForce: InForce
  /// Who verifies the identity of a family member for this purpose.
  public let familyVerifiedBy: FamilyVerifier
}
