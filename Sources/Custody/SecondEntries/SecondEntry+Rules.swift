internal import People
internal import Rules

extension SecondEntry.State {
  /// What a number that is collected under a rule waits for; nil if it can be used at once.
  init?(awaitedUnder rule: SecondEntryRule) {
    switch rule {
    case .none: return nil
    case .blind: self = .awaitingEntry
    case .humanCheck: self = .awaitingCheck
    }
  }
}
