internal import Rules

extension IncidentVerdict {
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
