/// On what ground the number is taken to be the person's (番号法16条).
public enum Verification: Hashable, Sendable {
  /// Nothing is recorded; the number cannot be used.
  case none
  /// The employee verifies tax and health-insurance dependents (所得税法194条, 健康保険法施行規則38条).
  case employeeDuty
  /// Verified under a rule in force on that day, by the policy with this digest (hexadecimal).
  case verified(rule: String, on: CalendarDate, policy: String)
  /// Verified before the vault, particulars not kept; attested once by the responsible person.
  case legacy(attestedOn: CalendarDate, by: String)
  /// Received from a former employer with the person's consent (番号法19条4号).
  case articleNineteenFour(consentOn: CalendarDate)
  /// The number alone is proved (番号確認), by rules in force on that day; it cannot be used.
  case numberProved(rule: String, on: CalendarDate, policy: String)
  /// Said to have been verified before the vault, which nobody has attested; it cannot be used. The
  /// day is that of the verification as far as it is said, else of the import.
  case claimed(on: CalendarDate, by: String)

  /// Whether the gate may open a number that rests on it.
  public var isComplete: Bool {
    switch self {
    case .none, .numberProved, .claimed: false
    case .employeeDuty, .verified, .legacy, .articleNineteenFour: true
    }
  }
}

extension Verification {
  /// The day on which documents were shown, or are said to have been.
  public var verifiedOn: CalendarDate? {
    switch self {
    case .verified(_, let day, _), .numberProved(_, let day, _), .claimed(let day, _): day
    case .none, .employeeDuty, .legacy, .articleNineteenFour: nil
    }
  }

  func write(to writer: inout RecordWriter) {
    switch self {
    case .none: writer.byte(0)
    case .employeeDuty: writer.byte(1)
    case .verified(let rule, let day, let policy):
      writer.byte(2)
      writer.text(rule)
      writer.date(day)
      writer.text(policy)
    case .legacy(let day, let user):
      writer.byte(3)
      writer.date(day)
      writer.text(user)
    case .articleNineteenFour(let day):
      writer.byte(4)
      writer.date(day)
    case .numberProved(let rule, let day, let policy):
      writer.byte(5)
      writer.text(rule)
      writer.date(day)
      writer.text(policy)
    case .claimed(let day, let user):
      writer.byte(6)
      writer.date(day)
      writer.text(user)
    }
  }

  init(
    _ reader: inout RecordReader, _ bytes: Span<UInt8>, remembering memory: inout RecordMemory
  ) throws(PeopleError) {
    switch try reader.byte(bytes) {
    case 0: self = .none
    case 1: self = .employeeDuty
    case 2:
      let rule = try reader.text(bytes, known: &memory.rule)
      let day = try reader.date(bytes)
      self = .verified(rule: rule, on: day, policy: try reader.text(bytes, known: &memory.policy))
    case 3:
      let day = try reader.date(bytes)
      self = .legacy(attestedOn: day, by: try reader.text(bytes))
    case 4: self = .articleNineteenFour(consentOn: try reader.date(bytes))
    case 5:
      let rule = try reader.text(bytes, known: &memory.rule)
      let day = try reader.date(bytes)
      self = .numberProved(
        rule: rule, on: day, policy: try reader.text(bytes, known: &memory.policy))
    case 6:
      let day = try reader.date(bytes)
      self = .claimed(on: day, by: try reader.text(bytes))
    default: throw .malformed
    }
  }
}
