internal import COpenSSL

/// One EVP_PKEY of a curve with 32-byte raw keys.
@safe struct CurveKey<Curve: CurveName>: ~Copyable, @unchecked Sendable {
  // Sendable: nothing changes the key after it is made, and OpenSSL lets threads share one.

  /// Bytes in a raw key, private or public.
  static var count: Int { 32 }

  let raw: OpaquePointer

  init(privateBytes: Span<UInt8>) throws(SecretsError) {
    guard SecretHeap.hasArena else { throw OpenSSL.failure("CRYPTO_secure_malloc_init") }
    guard privateBytes.count == Self.count else { throw SecretsError(.badLength) }
    let key = unsafe privateBytes.withUnsafeBufferPointer { bytes in
      unsafe EVP_PKEY_new_raw_private_key_ex(
        nil, Curve.name, nil, bytes.baseAddress, bytes.count)
    }
    guard let key = unsafe key else {
      throw OpenSSL.failure("EVP_PKEY_new_raw_private_key_ex", .badKey)
    }
    unsafe raw = key
  }

  init(publicBytes: Span<UInt8>) throws(SecretsError) {
    guard publicBytes.count == Self.count else { throw SecretsError(.badLength) }
    let key = unsafe publicBytes.withUnsafeBufferPointer { bytes in
      unsafe EVP_PKEY_new_raw_public_key_ex(
        nil, Curve.name, nil, bytes.baseAddress, bytes.count)
    }
    guard let key = unsafe key else {
      throw OpenSSL.failure("EVP_PKEY_new_raw_public_key_ex", .badKey)
    }
    unsafe raw = key
  }

  deinit { unsafe EVP_PKEY_free(raw) }

  /// The 32 bytes of the public half.
  borrowing func publicBytes() throws(SecretsError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.count)
    var count = Self.count
    var span = bytes.mutableSpan
    let status = unsafe span.withUnsafeMutableBufferPointer { target in
      unsafe EVP_PKEY_get_raw_public_key(raw, target.baseAddress, &count)
    }
    try OpenSSL.check(count == Self.count ? status : 0, "EVP_PKEY_get_raw_public_key")
    return bytes
  }
}
