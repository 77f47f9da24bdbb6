public import Rules

/// Opening the two entries of a number to compare them (`Receipt<Comparison>`).
public enum Comparison: ReceiptUse {
  public static var action: Action { .compare }
}
