public import Rules

/// Opening a data key to wrap it for one more purpose (`Receipt<Widening>`).
public enum Widening: ReceiptUse {
  public static var action: Action { .declare }
}
