public import Rules

/// Opening a data key to wrap it for one more key (`Receipt<Widening>`).
public enum Widening: WrappingUse {
  public static var action: Action { .widen }
}
