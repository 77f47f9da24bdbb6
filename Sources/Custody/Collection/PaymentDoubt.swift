public import Rules

/// Why it is unclear whether a payee's number is needed at all (番号法14条1項).
public enum PaymentDoubt: Hashable, Sendable {
  /// The file does not say what is paid.
  case kindNotSaid
  /// The year's payments may stay at or below the threshold.
  case threshold(PaymentThreshold)
}
