public import People
public import Rules

/// What came of recording one verification.
public struct VerificationOutcome: Sendable {
  /// Whose.
  public let code: PersonCode
  /// What the rules of its day say.
  public let answer: IdentityAnswer
  /// Whether it was recorded: the number can be used, or its proof stands for itself.
  public let isRecorded: Bool

  init(_ code: PersonCode, _ answer: IdentityAnswer, isRecorded: Bool) {
    self.code = code
    self.answer = answer
    self.isRecorded = isRecorded
  }
}
