internal import Rules

/// What a row says of a payee's payments.
enum PaymentFinding: Equatable {
  /// No payee, or payments that pass the threshold.
  case clear
  case unclear(PaymentDoubt)
  /// Clearly no record will be filed.
  case below

  /// What somebody must look at.
  var doubt: PaymentDoubt? {
    guard case .unclear(let doubt) = self else { return nil }
    return doubt
  }
}
