public import Numbers
public import People

/// Whose number the payer's is.
public enum FilingPayer: Hashable, Sendable {
  case corporation(CorporateNumber)
  /// The sole proprietor's own number, gated like any other.
  case proprietor(PersonCode)
}
