internal import COpenSSL

/// AES-256-GCM with 96-bit nonces and 128-bit tags (NIST SP 800-38D), on one reused context.
///
/// Every call gives its own key and nonce. No key may seal more than 2^32 messages under random
/// nonces; keeping to that is the caller's part.
@safe public struct AESGCM: ~Copyable {
  public static let keyCount = 32
  public static let nonceCount = 12
  public static let tagCount = 16
  /// How many bytes a sealed value is longer than its plaintext: nonce and tag.
  public static let overhead = nonceCount + tagCount

  private let context: OpaquePointer

  /// Makes a context without a key.
  public init() throws(SecretsError) {
    unsafe context = try Self.makeContext()
  }

  private static func makeContext() throws(SecretsError) -> OpaquePointer {
    guard let cipher = unsafe OpenSSL.aes256GCM else { throw OpenSSL.failure("EVP_CIPHER_fetch") }
    guard let fresh = unsafe EVP_CIPHER_CTX_new() else {
      throw OpenSSL.failure("EVP_CIPHER_CTX_new")
    }
    guard unsafe EVP_EncryptInit_ex2(fresh, cipher, nil, nil, nil) == 1 else {
      unsafe EVP_CIPHER_CTX_free(fresh)
      throw OpenSSL.failure("EVP_EncryptInit_ex2")
    }
    return unsafe fresh
  }

  deinit { unsafe EVP_CIPHER_CTX_free(context) }

  /// Seals `plaintext`; `out` becomes nonce, ciphertext and tag, `plaintext.count + 28` bytes.
  ///
  /// Throws `.badLength` when a key is not 32 bytes, a nonce not 12, or `out` not as long as said.
  public mutating func seal(
    _ plaintext: Span<UInt8>, key: Span<UInt8>, nonce: Span<UInt8>,
    associatedData: Span<UInt8>, into out: inout MutableSpan<UInt8>
  ) throws(SecretsError) {
    guard nonce.count == Self.nonceCount, plaintext.count <= Int(CInt.max) - Self.overhead,
      out.count == plaintext.count + Self.overhead
    else { throw SecretsError(.badLength) }
    out.copy(from: nonce, at: 0)
    try encrypt(
      plaintext, key: key, nonce: nonce, associatedData: associatedData, into: &out,
      at: Self.nonceCount)
  }

  /// Opens nonce, ciphertext and tag; `out` becomes the plaintext, `sealed.count - 28` bytes.
  ///
  /// Throws `.badLength` for a value or `out` of a wrong length, `.authenticationFailed` when the
  /// key, the associated data or a byte is not as sealed; `out` is then wiped.
  public mutating func open(
    _ sealed: Span<UInt8>, key: Span<UInt8>, associatedData: Span<UInt8>,
    into out: inout MutableSpan<UInt8>
  ) throws(SecretsError) {
    guard sealed.count >= Self.overhead else { throw SecretsError(.badLength) }
    try decrypt(
      sealed.extracting(droppingFirst: Self.nonceCount), key: key,
      nonce: sealed.extracting(first: Self.nonceCount), associatedData: associatedData, into: &out)
  }

  /// Replaces the key in the context by zeros.
  public mutating func forgetKey() throws(SecretsError) {
    let zeros = OpenSSL.zeros
    let nonce = [UInt8](repeating: 0, count: Self.nonceCount)
    try start(key: zeros.span, nonce: nonce.span, encrypting: true)
  }

  // MARK: The steps

  /// Writes ciphertext and tag into `out` from `offset` on; `out` must end with the tag.
  mutating func encrypt(
    _ plaintext: Span<UInt8>, key: Span<UInt8>, nonce: Span<UInt8>,
    associatedData: Span<UInt8>, into out: inout MutableSpan<UInt8>, at offset: Int
  ) throws(SecretsError) {
    guard out.count == offset + plaintext.count + Self.tagCount else {
      throw SecretsError(.badLength)
    }
    try start(key: key, nonce: nonce, encrypting: true)
    try authenticate(associatedData)
    let end = offset + plaintext.count
    let status = unsafe out.withUnsafeMutableBufferPointer { target -> CInt in
      guard let base = target.baseAddress else { return 0 }
      let status = unsafe transform(plaintext, base + offset)
      guard status == 1 else { return status }
      var written: CInt = 0
      guard unsafe EVP_EncryptFinal_ex(context, base + end, &written) == 1 else { return 0 }
      return unsafe copenssl_gcm_get_tag(context, base + end)
    }
    try OpenSSL.check(status, "EVP_EncryptUpdate")
  }

  /// Opens ciphertext and tag into `out`, which is wiped unless the tag is right.
  mutating func decrypt(
    _ sealed: Span<UInt8>, key: Span<UInt8>, nonce: Span<UInt8>,
    associatedData: Span<UInt8>, into out: inout MutableSpan<UInt8>
  ) throws(SecretsError) {
    guard sealed.count >= Self.tagCount, sealed.count <= Int(CInt.max),
      out.count == sealed.count - Self.tagCount
    else { throw SecretsError(.badLength) }
    do throws(SecretsError) {
      try start(key: key, nonce: nonce, encrypting: false)
      try authenticate(associatedData)
      try finish(sealed, into: &out)
    } catch {
      out.wipe()
      throw error
    }
  }

  private func start(
    key: Span<UInt8>, nonce: Span<UInt8>, encrypting: Bool
  ) throws(SecretsError) {
    guard key.count == Self.keyCount, nonce.count == Self.nonceCount else {
      throw SecretsError(.badLength)
    }
    let status = unsafe key.withUnsafeBufferPointer { key in
      unsafe nonce.withUnsafeBufferPointer { nonce in
        unsafe EVP_CipherInit_ex2(
          context, nil, key.baseAddress, nonce.baseAddress, encrypting ? 1 : 0, nil)
      }
    }
    try OpenSSL.check(status, "EVP_CipherInit_ex2")
  }

  private func authenticate(_ data: Span<UInt8>) throws(SecretsError) {
    guard !data.isEmpty else { return }
    guard data.count <= Int(CInt.max) else { throw SecretsError(.badLength) }
    var written: CInt = 0
    let status = unsafe data.withUnsafeBufferPointer { data in
      unsafe EVP_CipherUpdate(context, nil, &written, data.baseAddress, CInt(data.count))
    }
    try OpenSSL.check(status, "EVP_CipherUpdate")
  }

  /// Runs the cipher over `input` into as many bytes at `output`.
  private func transform(_ input: Span<UInt8>, _ output: UnsafeMutablePointer<UInt8>) -> CInt {
    guard !input.isEmpty else { return 1 }
    var written: CInt = 0
    let status = unsafe input.withUnsafeBufferPointer { input in
      unsafe EVP_CipherUpdate(context, output, &written, input.baseAddress, CInt(input.count))
    }
    return status == 1 && Int(written) == input.count ? 1 : 0
  }

  private func finish(
    _ sealed: Span<UInt8>, into out: inout MutableSpan<UInt8>
  ) throws(SecretsError) {
    let body = sealed.extracting(first: sealed.count - Self.tagCount)
    let tag = sealed.extracting(last: Self.tagCount)
    // An empty plaintext has no address of its own, and the last call wants one.
    var none: UInt8 = 0
    let status = unsafe out.withUnsafeMutableBufferPointer { target in
      unsafe withUnsafeMutablePointer(to: &none) { none in
        unsafe transform(body, target.baseAddress ?? none)
      }
    }
    try OpenSSL.check(status, "EVP_DecryptUpdate")
    let set = unsafe tag.withUnsafeBufferPointer { tag in
      unsafe copenssl_gcm_set_tag(context, tag.baseAddress)
    }
    try OpenSSL.check(set, "EVP_CTRL_AEAD_SET_TAG")
    var written: CInt = 0
    let verdict = unsafe EVP_DecryptFinal_ex(context, &none, &written)
    try OpenSSL.check(verdict, "EVP_DecryptFinal_ex", else: .authenticationFailed)
  }
}
