/// SHA-256 (FIPS 180-4) of one message.
public enum SHA256 {
  public static let count = 32

  /// Gives the 32-byte digest of a message, which must never be one that holds a number.
  public static func hash(_ message: Span<UInt8>) throws(SecretsError) -> [UInt8] {
    var context = try SHA256Context()
    var digest = [UInt8](repeating: 0, count: count)
    var span = digest.mutableSpan
    try context.hash(message, into: &span)
    return digest
  }
}
