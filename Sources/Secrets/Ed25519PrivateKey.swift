internal import COpenSSL

/// An Ed25519 private key (RFC 8032): signs checkpoints and entries of authority.
public struct Ed25519PrivateKey: ~Copyable, Sendable {
  /// The public half, computed from the private one.
  public let publicKey: Ed25519PublicKey

  private let bytes: SecretBytes
  let key: CurveKey

  /// Makes a fresh key.
  ///
  /// Throws `.randomFailed` when there are no random bytes.
  public init(random: RandomBytes) throws(SecretsError) {
    try self.init(taking: try random.secret(CurveKey.count))
  }

  /// Makes a key of its 32 raw bytes; throws `.badLength` for another count.
  public init(rawBytes: Span<UInt8>) throws(SecretsError) {
    try self.init(taking: SecretBytes(copying: rawBytes))
  }

  private init(taking bytes: consuming SecretBytes) throws(SecretsError) {
    let key = try bytes.withSpan { (span) throws(SecretsError) in
      try CurveKey(privateBytes: span, curve: .ed25519)
    }
    publicKey = try Ed25519PublicKey(key.publicBytes())
    self.bytes = bytes
    self.key = key
  }

  /// Lends the 32 raw bytes, to be sealed.
  public borrowing func withRawBytes<R: ~Copyable, E: Error>(
    _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try bytes.withSpan(body)
  }

  /// Signs `message`; gives the 64-byte signature, the same one for the same message.
  public borrowing func sign(_ message: Span<UInt8>) throws(SecretsError) -> [UInt8] {
    guard let context = unsafe EVP_MD_CTX_new() else { throw OpenSSL.failure("EVP_MD_CTX_new") }
    defer { unsafe EVP_MD_CTX_free(context) }
    let ready = unsafe EVP_DigestSignInit_ex(context, nil, nil, nil, nil, key.raw, nil)
    try OpenSSL.check(ready, "EVP_DigestSignInit_ex")
    var signature = [UInt8](repeating: 0, count: Ed25519PublicKey.signatureCount)
    var count = signature.count
    var span = signature.mutableSpan
    let status = unsafe span.withUnsafeMutableBufferPointer { target in
      unsafe message.withUnsafeBufferPointer { message in
        unsafe EVP_DigestSign(
          context, target.baseAddress, &count, message.baseAddress, message.count)
      }
    }
    try OpenSSL.check(count == Ed25519PublicKey.signatureCount ? status : 0, "EVP_DigestSign")
    return signature
  }
}
