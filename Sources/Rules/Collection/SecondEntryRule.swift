/// What stands between the collecting of a number and its first use (番号法12条, ガイドライン別添1 B).
public enum SecondEntryRule: String, CaseIterable, Hashable, Sendable {
  /// Nothing: the check digit and the responsible person's own check suffice.
  case none
  /// A second user enters the number again, blind to the first entry.
  case blind
  /// Somebody checks the number against its document, and that is recorded.
  case humanCheck = "human-check"

  /// What some role must be allowed, or no number could ever be used.
  var actions: [Action] {
    switch self {
    case .none: []
    case .blind: [.secondEntry, .compare]
    case .humanCheck: [.secondEntry]
    }
  }
}
