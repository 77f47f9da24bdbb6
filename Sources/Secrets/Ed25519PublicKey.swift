internal import COpenSSL

/// An Ed25519 public key (RFC 8032).
public typealias Ed25519PublicKey = CurvePublicKey<Ed25519>

extension Ed25519PublicKey {
  public static var signatureCount: Int { 64 }

  /// Says whether `signature` is this key's for `message`; one of a wrong length is not.
  ///
  /// Throws `.callFailed` only when OpenSSL could not judge.
  public func isValid(
    signature: Span<UInt8>, for message: Span<UInt8>
  ) throws(SecretsError) -> Bool {
    guard signature.count == Self.signatureCount else { return false }
    let key = try CurveKey<Ed25519>(publicBytes: bytes.span)
    guard let context = unsafe EVP_MD_CTX_new() else { throw OpenSSL.failure("EVP_MD_CTX_new") }
    defer { unsafe EVP_MD_CTX_free(context) }
    let ready = unsafe EVP_DigestVerifyInit_ex(context, nil, nil, nil, nil, key.raw, nil)
    try OpenSSL.check(ready, "EVP_DigestVerifyInit_ex")
    let verdict = unsafe signature.withUnsafeBufferPointer { signature in
      unsafe message.withUnsafeBufferPointer { message in
        unsafe EVP_DigestVerify(
          context, signature.baseAddress, signature.count, message.baseAddress, message.count)
      }
    }
    if verdict == 0 {
      ERR_clear_error()
      return false
    }
    try OpenSSL.check(verdict, "EVP_DigestVerify")
    return true
  }
}
