/// What a decision asks about a purpose, ready for use and shared by all decisions.
final class PurposeRule: Sendable {
  let id: PurposeID
  let inForce: InForce
  let familyVerifiedBy: FamilyVerifier

  init(_ purpose: Purpose) {
    id = purpose.id
    inForce = purpose.inForce
    familyVerifiedBy = purpose.familyVerifiedBy
  }
}
