internal import COpenSSL

/// HMAC with SHA-256 (RFC 2104, FIPS 198-1) on one reused context.
@safe public struct HMACSHA256: ~Copyable {
  public static let count = 32

  private let context: OpaquePointer

  /// Makes a context under a key of zeros.
  public init() throws(SecretsError) {
    unsafe context = try Self.makeContext()
  }

  private static func makeContext() throws(SecretsError) -> OpaquePointer {
    guard SecretHeap.hasArena, let algorithm = unsafe OpenSSL.hmac else {
      throw OpenSSL.failure("EVP_MAC_fetch")
    }
    guard let fresh = unsafe EVP_MAC_CTX_new(algorithm) else {
      throw OpenSSL.failure("EVP_MAC_CTX_new")
    }
    let zeros = OpenSSL.zeros
    guard unsafe copenssl_hmac_sha256_init(fresh, zeros, zeros.count) == 1 else {
      unsafe EVP_MAC_CTX_free(fresh)
      throw OpenSSL.failure("EVP_MAC_init")
    }
    return unsafe fresh
  }

  deinit { unsafe EVP_MAC_CTX_free(context) }

  /// Writes the 32-byte code of `message` under `key`, which may have any length.
  ///
  /// Throws `.badLength` when `out` is not 32 bytes.
  public mutating func authenticate(
    _ message: Span<UInt8>, key: Span<UInt8>, into out: inout MutableSpan<UInt8>
  ) throws(SecretsError) {
    try start(key: key)
    try update(message)
    try finish(into: &out)
  }

  /// Writes the first 32-byte block of HKDF-Expand (RFC 5869): HMAC(prk, info || 0x01).
  public mutating func expandOne(
    prk: Span<UInt8>, info: Span<UInt8>, into out: inout MutableSpan<UInt8>
  ) throws(SecretsError) {
    try start(key: prk)
    try update(info)
    try update(CollectionOfOne(1).span)
    try finish(into: &out)
  }

  /// Replaces the key in the context by zeros.
  public mutating func forgetKey() throws(SecretsError) {
    let zeros = OpenSSL.zeros
    try start(key: zeros.span)
  }

  // MARK: The steps

  mutating func start(key: Span<UInt8>) throws(SecretsError) {
    // No key at all would mean "keep the last one"; HMAC pads with zeros, so an empty key is these.
    guard !key.isEmpty else { return try forgetKey() }
    let status = unsafe key.withUnsafeBufferPointer { key in
      unsafe EVP_MAC_init(context, key.baseAddress, key.count, nil)
    }
    try OpenSSL.check(status, "EVP_MAC_init")
  }

  mutating func update(_ bytes: Span<UInt8>) throws(SecretsError) {
    unsafe try OpenSSL.feed(bytes, "EVP_MAC_update") { unsafe EVP_MAC_update(context, $0, $1) }
  }

  mutating func finish(into out: inout MutableSpan<UInt8>) throws(SecretsError) {
    unsafe try OpenSSL.draw(into: &out, "EVP_MAC_final") { target in
      var written = 0
      let status = unsafe EVP_MAC_final(context, target, &written, Self.count)
      return written == Self.count ? status : 0
    }
  }

  mutating func finish() throws(SecretsError) -> SecretBytes {
    try SecretBytes(count: Self.count) { (span: inout MutableSpan<UInt8>) throws(SecretsError) in
      try finish(into: &span)
    }
  }
}
