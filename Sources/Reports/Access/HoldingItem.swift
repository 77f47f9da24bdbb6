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
  /// Held; the number is proved, the identity not: unusable, by rule.
  case numberProved = "number-proved"
  /// Held, collected before the vault and not attested yet: unusable.
  case claimed
  /// Held, and unusable until verified.
  case unverified
  /// Held, and unusable until a second entry or a check agrees.
  case unconfirmed
  /// Not held, by reason.
  case blank
  /// To be asked now, by reason: never asked, due again, or without a record of the asking.
  case toAsk = "to-ask"
  /// Destroyed for every purpose.
  case purged
  /// Destroyed for a purpose, by purpose; the number may still be held for another.
  case purgedForPurpose = "purged-for-purpose"
  /// Held, and no purpose of use was ever declared to the person.
  case undeclared
  /// Kept by a hold.
  case onHold = "on-hold"
  /// Held for a purpose whose retention has not ended, by purpose.
  case kept
  /// The retention for a purpose has ended.
  case due
  /// Its disposal is late.
  case overdue
  /// An office is to be told of a number that changed or was wrong, by office.
  case changeOpen = "change-open"
  /// The same, after its last day.
  case changeOverdue = "change-overdue"
}
