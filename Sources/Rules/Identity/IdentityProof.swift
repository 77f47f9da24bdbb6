/// What must be proved before a number counts as the person's (番号法16条, 番号法施行令12条).
public enum IdentityProof: String, CaseIterable, Hashable, Sendable {
  /// That the agent may act (代理権).
  case power
  /// That it is the person's number (番号確認).
  case number
  /// That whoever hands it over is who they say (身元確認).
  case identity
}
