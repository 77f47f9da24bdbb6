public import People
public import Rules

/// What came of attesting everybody whose import said that nothing was kept.
public struct AttestationOutcome: Sendable {
  /// Whose number can be used now.
  public internal(set) var attested: [PersonCode] = []
  /// Whose was not attested, and why.
  public internal(set) var refused: [(code: PersonCode, refusal: Refusal)] = []

  init() {}
}
