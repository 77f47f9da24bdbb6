internal import COpenSSL

/// An X25519 private key (RFC 7748): the receiving half of HPKE.
public struct X25519PrivateKey: ~Copyable, Sendable {
  /// The public half, computed from the private one.
  public let publicKey: X25519PublicKey

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
      try CurveKey(privateBytes: span, curve: .x25519)
    }
    publicKey = try X25519PublicKey(key.publicBytes())
    self.bytes = bytes
    self.key = key
  }

  /// Lends the 32 raw bytes, to be sealed.
  public borrowing func withRawBytes<R: ~Copyable, E: Error>(
    _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try bytes.withSpan(body)
  }

  /// Agrees on 32 secret bytes with `peer`.
  ///
  /// Throws `.badKey` when the peer's point has small order, which would make them all zero.
  borrowing func agree(with peer: X25519PublicKey) throws(SecretsError) -> SecretBytes {
    let peerKey = try CurveKey(publicBytes: peer.bytes.span, curve: .x25519)
    guard let context = unsafe EVP_PKEY_CTX_new_from_pkey(nil, key.raw, nil) else {
      throw OpenSSL.failure("EVP_PKEY_CTX_new_from_pkey")
    }
    defer { unsafe EVP_PKEY_CTX_free(context) }
    let ready = unsafe EVP_PKEY_derive_init(context)
    try OpenSSL.check(ready, "EVP_PKEY_derive_init")
    let set = unsafe EVP_PKEY_derive_set_peer(context, peerKey.raw)
    try OpenSSL.check(set, "EVP_PKEY_derive_set_peer", else: .badKey)
    let shared = unsafe try Self.derive(context)
    let zeros = OpenSSL.zeros
    guard !shared.isEqual(to: zeros.span) else { throw SecretsError(.badKey) }
    return shared
  }

  private static func derive(_ context: OpaquePointer) throws(SecretsError) -> SecretBytes {
    try SecretBytes(
      count: CurveKey.count
    ) { (out: inout MutableSpan<UInt8>) throws(SecretsError) in
      var count = out.count
      let status = unsafe out.withUnsafeMutableBufferPointer { target in
        unsafe EVP_PKEY_derive(context, target.baseAddress, &count)
      }
      try OpenSSL.check(count == out.count ? status : 0, "EVP_PKEY_derive", else: .badKey)
    }
  }
}
