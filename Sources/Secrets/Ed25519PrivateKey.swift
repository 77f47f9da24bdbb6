internal import COpenSSL

/// An Ed25519 private key (RFC 8032): signs checkpoints and entries of authority.
public typealias Ed25519PrivateKey = CurvePrivateKey<Ed25519>

extension Ed25519PrivateKey {
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
