/// Whether an incident is reported, as far as the log and the register know.
public enum IncidentVerdict: String, Sendable {
  case required = "yes"
  case notRequired = "no"
  /// Strong encryption frees from the duty, which nobody can show without knowing where the keys are.
  case freeIfKeysAreSafe = "no-if-keys-are-safe"
  /// Nobody was found, or a fact that decides is not in the log.
  case unknown

  var words: Words {
    switch self {
    case .required: Words("要する", "yes")
    case .notRequired: Words("要しない", "no")
    case .freeIfKeysAreSafe:
      Words("鍵、その控え、パスフレーズが漏れていなければ要しない", "no, if no key, copy of one or passphrase leaked")
    case .unknown: Words("記録からは分からない", "not known from the log")
    }
  }
}
