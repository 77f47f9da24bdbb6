public import People

/// Whether a person's number is held, and on what ground or why not: each person has one.
public enum NumberStanding: Hashable, Sendable {
  /// Held, and verified under a rule of the policy (番号法16条).
  case verified(rule: String)
  /// Held since before the vault and attested once, particulars not kept.
  case legacy
  /// Held; the employee verifies this family member.
  case employeeDuty
  /// Received from a former employer (番号法19条4号).
  case articleNineteenFour
  /// Held; the number is proved, the identity not yet: unusable.
  case numberProved(rule: String)
  /// Held; said to have been verified before the vault, which nobody has attested: unusable.
  case claimed
  /// Held, and unusable until number and identity are verified.
  case unverified
  /// Not held, for this reason.
  case blank(NoNumberReason)
  /// Held once, and destroyed for every purpose.
  case purged

  /// Where the number of a person stands.
  public init(_ record: borrowing PersonRecord) {
    guard let current = record.current, current.how == .current || current.how == .changed else {
      let isPurged = record.versions.contains { $0.how == .purged }
      self = isPurged ? .purged : .blank(record.noNumberReason ?? .notAsked)
      return
    }
    switch record.verification {
    case .none: self = .unverified
    case .numberProved(let rule, _, _): self = .numberProved(rule: rule)
    case .claimed: self = .claimed
    case .employeeDuty: self = .employeeDuty
    case .verified(let rule, _, _): self = .verified(rule: rule)
    case .legacy: self = .legacy
    case .articleNineteenFour: self = .articleNineteenFour
    }
  }

  /// Whether a number is in the vault.
  public var isHeld: Bool {
    switch self {
    case .blank, .purged: false
    default: true
    }
  }
}
