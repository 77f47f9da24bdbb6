/// What the first section of the access report counts, in its order.
public enum HoldingItem: String, Hashable, Sendable, CaseIterable {
  /// Everybody in the vault, by kind.
  case people
  /// A number is held.
  case held
  /// Held and verified, by rule.
  case verified
  /// Held, collected before the vault and attested.
  case legacy
  /// Held; verification is the employee's duty.
  case employeeDuty = "employee-duty"
  /// Held; received from a former employer.
  case articleNineteenFour = "article-19-4"
  /// Held, and unusable until verified.
  case unverified
  /// Not held, by reason.
  case blank
  /// Destroyed for every purpose.
  case purged
  /// Destroyed for a purpose, by purpose; the number may still be held for another.
  case purgedForPurpose = "purged-for-purpose"
  /// Held, and no purpose of use was ever declared to the person.
  case undeclared
  /// Kept by a hold.
  case onHold = "on-hold"
  /// The retention for a purpose has ended.
  case due
  /// Its disposal is late.
  case overdue
}
