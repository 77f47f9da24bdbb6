internal import COpenSSL

/// An X25519 private key (RFC 7748): the receiving half of HPKE.
public typealias X25519PrivateKey = CurvePrivateKey<X25519>

extension X25519PrivateKey {
  /// Agrees on 32 secret bytes with `peer`.
  ///
  /// Throws `.badKey` when the peer's point has small order, which would make them all zero.
  borrowing func agree(with peer: X25519PublicKey) throws(SecretsError) -> SecretBytes {
    let peerKey = try CurveKey<X25519>(publicBytes: peer.bytes.span)
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
      count: CurveKey<X25519>.count
    ) { (out: inout MutableSpan<UInt8>) throws(SecretsError) in
      var count = out.count
      let status = unsafe out.withUnsafeMutableBufferPointer { target in
        unsafe EVP_PKEY_derive(context, target.baseAddress, &count)
      }
      try OpenSSL.check(count == out.count ? status : 0, "EVP_PKEY_derive", else: .badKey)
    }
  }
}
