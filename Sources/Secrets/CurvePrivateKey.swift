/// A private key of a curve, with its public half.
public struct CurvePrivateKey<Curve: CurveName>: ~Copyable, Sendable {
  /// The public half, computed from the private one.
  public let publicKey: CurvePublicKey<Curve>

  private let bytes: SecretBytes
  let key: CurveKey<Curve>

  /// Makes a fresh key.
  ///
  /// Throws `.randomFailed` when there are no random bytes.
  public init(random: RandomBytes) throws(SecretsError) {
    try self.init(taking: try random.secret(CurveKey<Curve>.count))
  }

  /// Makes a key of its 32 raw bytes; throws `.badLength` for another count.
  public init(rawBytes: Span<UInt8>) throws(SecretsError) {
    try self.init(taking: SecretBytes(copying: rawBytes))
  }

  private init(taking bytes: consuming SecretBytes) throws(SecretsError) {
    let key = try bytes.withSpan { (span) throws(SecretsError) in
      try CurveKey<Curve>(privateBytes: span)
    }
    publicKey = try CurvePublicKey(key.publicBytes())
    self.bytes = bytes
    self.key = key
  }

  /// Lends the 32 raw bytes, to be sealed.
  public borrowing func withRawBytes<R: ~Copyable, E: Error>(
    _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try bytes.withSpan(body)
  }
}
