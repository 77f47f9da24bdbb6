public import People

/// Whom somebody wants to ask for a number.
///
/// It has no room for consent: consent opens nothing (番号法30条2項).
public enum CollectionRequest: Hashable, Sendable {
  /// How far a hiring has got.
  public enum Hiring: String, CaseIterable, Hashable, Sendable {
    case applied
    /// Offered, not yet accepted in writing.
    case offered
    /// Offered formally and accepted in writing (正式な内定通知と入社誓約書).
    case certain
    case contracted
  }

  /// What a dispatched worker (派遣労働者) is to us.
  public enum Dispatch: String, CaseIterable, Hashable, Sendable {
    /// Registered with us, not employed.
    case registered
    /// Employed by us and dispatched to others.
    case employed
    /// Employed by others and working here.
    case received
  }

  case family(DependentStanding, Relationship?)
  case hiring(Hiring)
  case dispatched(Dispatch)
  /// A payee, with what is known of the year's payments in yen: at least and at most.
  case payee(payment: String, atLeast: Int?, atMost: Int?)
}
