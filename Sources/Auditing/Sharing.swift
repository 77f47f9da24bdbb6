public import Rules

/// Opening a data key to wrap it for a contractor (`Receipt<Sharing>`).
public enum Sharing: WrappingUse {
  public static var action: Action { .share }
}
