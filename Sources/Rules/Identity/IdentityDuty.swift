/// Who verifies one kind of person, as one policy row.
public struct IdentityDuty: Hashable, Sendable, Identifiable {
  /// For whom the number is handed over, and as what.
  public enum Party: String, CaseIterable, Hashable, Sendable {
    /// An employee, officer, payee or proprietor.
    case oneself
    case taxDependent = "tax-dependent"
    case healthDependent = "health-dependent"
    case careFamily = "care-family"
    case category3Spouse = "category3-spouse"
    case heir
    /// Anyone whose number comes from a former employer.
    case transferred
  }

  public let id: Party
  public let verifier: IdentityVerifier
  public let citations: [Citation]
  public let inForce: InForce
}
