/// An X25519 public key (RFC 7748), as its 32 bytes.
public struct X25519PublicKey: Hashable, Sendable {
  public let bytes: [UInt8]

  /// Takes the 32 bytes; throws `.badLength` for another count.
  ///
  /// Any 32 bytes are a key to X25519. Points of small order are refused when a secret is agreed.
  public init(_ bytes: [UInt8]) throws(SecretsError) {
    guard bytes.count == CurveKey.count else { throw SecretsError(.badLength) }
    self.bytes = bytes
  }
}
