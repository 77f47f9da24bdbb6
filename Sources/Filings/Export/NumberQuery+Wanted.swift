internal import Custody
internal import People
internal import Rules

extension NumberQuery {
  /// What a place in a filing asks of the gate; nil for one that stays blank.
  init?(
    of person: PersonCode, _ number: WantedNumber, form: FormCopyID, reason: String,
    incomeYear: Int
  ) {
    if number == .blank { return nil }
    self.init(code: person, form: form, reason: reason, incomeYear: incomeYear)
    if case .version(let version) = number { self.version = version }
  }
}
