internal import JSON
public import People

/// A person's events without the person: what somebody who checks the rules asks about.
public struct RetentionCase: Sendable {
  /// The day looked at.
  public let asOf: CalendarDate
  /// A record with nothing but what decides about retention.
  public let person: PersonRecord
  /// Asks for a number that was changed on this day; nil asks for the one in use.
  public let replacedOn: CalendarDate?
  /// What was read.
  let value: CanonicalValue

  /// The most events, holds or purposes that a case may have.
  public static let itemLimit = 500

  /// Reads a case from JSON (RFC 8259).
  ///
  /// ```json
  /// {
  ///   "asOf": "2026-11-22",
  ///   "person": {"kind": "employee"},
  ///   "purposes": ["tax-declarations"],
  ///   "hiredOn": "2019-04-01",
  ///   "leftOn": "2025-12-31",
  ///   "lastPaidOn": "2026-01-25",
  ///   "events": [{"kind": "paid", "year": 2025, "basis": "derived"}]
  /// }
  /// ```
  ///
  /// - `asOf` and `person` must be there. `person`: `kind` (`employee`, `officer`, `family`,
  ///   `payee`, `proprietor`); for family `relationship` and `standing`, as a case of identity
  ///   verification has it.
  /// - `purposes`: those declared, by default every purpose of the policy; `declaredOn`, by default
  ///   the day of `hiredOn`, else `asOf`.
  /// - `hiredOn`, `leftOn`, `lastPaidOn`; `replacedOn` asks for a number that was changed on that day.
  /// - `events`: `kind` in English as `person event` takes it, `date`, `year`, `purpose`, `form` as
  ///   the kind asks for them; `basis`, `recorded` (the default) or `derived`.
  /// - `holds`: each with `until`, or without an end.
  ///
  /// Dates are ISO. Nothing else may stand in it: no number, no code and no name.
  ///
  /// - Throws: ``CaseError`` with every mistake.
  public init(json bytes: [UInt8], under policy: Policy) throws(CaseError) {
    self = try CaseReader.read(bytes) { $0.retentionCase($1, under: policy) }
  }

  init(
    asOf: CalendarDate, person: PersonRecord, replacedOn: CalendarDate?, value: CanonicalValue
  ) {
    self.asOf = asOf
    self.person = person
    self.replacedOn = replacedOn
    self.value = value
  }
}
