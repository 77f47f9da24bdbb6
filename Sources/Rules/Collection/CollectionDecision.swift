/// Whether a number may be asked for.
public enum CollectionDecision: Hashable, Sendable {
  case allowed
  /// It may not: no form will carry it (``CollectionRules/rule(of:)`` says why).
  case refused(CollectionSubject)
  /// It may not: the year's payments stay at or below the threshold (番号法14条1項).
  case belowThreshold(PaymentThreshold)
  /// It may, if the payments are foreseen to pass the threshold: somebody must look.
  case unclear(PaymentThreshold)
  /// The policy knows no such payment.
  case unknownPayment
}
