public import Rules

/// What a receipt may be spent on.
///
/// A receipt of one use is another type than one of the next.
public protocol ReceiptUse {
  /// The action that a grant must have been asked for.
  static var action: Action { get }
}

/// Opening a number for a form (`Receipt<Reading>`).
public enum Reading: ReceiptUse {
  public static var action: Action { .read }
}

/// Destroying wraps and ciphertext (`Receipt<Erasure>`).
public enum Erasure: ReceiptUse {
  public static var action: Action { .purge }
}

/// Opening a data key to wrap it for one more purpose (`Receipt<Widening>`).
public enum Widening: ReceiptUse {
  public static var action: Action { .declare }
}
