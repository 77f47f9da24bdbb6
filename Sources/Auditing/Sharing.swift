public import Rules

/// Opening a data key to wrap it for a contractor (`Receipt<Sharing>`).
public enum Sharing: ReceiptUse {
  public static var action: Action { .share }
}
