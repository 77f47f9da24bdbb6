internal import Auditing
internal import Rules
internal import Sealing

extension Session {
  /// Writes to the log, before the error is thrown, what was allowed and then did not open.
  func noteFailure(
    _ error: SealingError, of action: Action, person: String, purpose: String
  ) throws(CustodyError) {
    var content = entry(action.rawValue, outcome: .failed)
    content.person = person
    content.purpose = purpose
    content.rule = error.ruleName
    try record([content])
  }
}
