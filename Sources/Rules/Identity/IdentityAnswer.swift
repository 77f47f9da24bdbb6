/// What came of judging a verification.
public struct IdentityAnswer: Hashable, Sendable {
  /// How far it got.
  public let state: VerificationState
  /// Who is the one to verify.
  public let verifier: IdentityVerifier
  /// The articles it was accepted under, or that say who verifies.
  public let citations: [Citation]
  /// What is missing; empty when the number may be used.
  public let missing: [IdentityGap]
  /// The facts that acceptance rests on.
  public let facts: [IdentityFact]
  /// Whether acceptance rests on a paper whose last day, or day of issue, nobody stated: a column
  /// may leave it out.
  public internal(set) var assumesDates = false

  public var isAccepted: Bool { missing.isEmpty }
}
