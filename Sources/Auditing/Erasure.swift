public import Rules

/// Destroying wraps and ciphertext (`Receipt<Erasure>`).
public enum Erasure: ReceiptUse {
  public static var action: Action { .purge }
}
