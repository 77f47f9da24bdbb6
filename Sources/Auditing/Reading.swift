public import Rules

/// Opening a number for a form (`Receipt<Reading>`).
public enum Reading: ReceiptUse {
  public static var action: Action { .read }
}
