internal import COpenSSL

/// The algorithms fetched once a process, and the one check of return codes.
enum OpenSSL {
  // Fetched objects are immutable, shared by all threads, and live as long as the process.
  nonisolated(unsafe) static let aes256GCM = unsafe EVP_CIPHER_fetch(nil, "AES-256-GCM", nil)
  nonisolated(unsafe) static let sha256 = unsafe EVP_MD_fetch(nil, "SHA2-256", nil)
  nonisolated(unsafe) static let hmac = unsafe EVP_MAC_fetch(nil, "HMAC", nil)

  /// 32 zero bytes: the key that contexts are given to forget another one.
  static let zeros = [UInt8](repeating: 0, count: 32)

  /// Throws unless `status` is 1, OpenSSL's only success.
  @inline(__always)
  static func check(
    _ status: CInt, _ call: StaticString, else code: SecretsError.Code = .callFailed
  ) throws(SecretsError) {
    guard status == 1 else { throw failure(call, code) }
  }

  /// Gives a context the bytes of a message, if there are any.
  @inline(__always)
  static func feed(
    _ bytes: Span<UInt8>, _ call: StaticString,
    _ update: (UnsafePointer<UInt8>?, Int) -> CInt
  ) throws(SecretsError) {
    guard !bytes.isEmpty else { return }
    let status = unsafe bytes.withUnsafeBufferPointer { unsafe update($0.baseAddress, $0.count) }
    try check(status, call)
  }

  /// Lets a context write its result, which has 32 bytes.
  @inline(__always)
  static func draw(
    into out: inout MutableSpan<UInt8>, _ call: StaticString,
    _ final: (UnsafeMutablePointer<UInt8>?) -> CInt
  ) throws(SecretsError) {
    guard out.count == 32 else { throw SecretsError(.badLength) }
    let status = unsafe out.withUnsafeMutableBufferPointer { unsafe final($0.baseAddress) }
    try check(status, call)
  }

  /// Makes an error of the first queued OpenSSL error and empties the queue.
  @inline(never)
  static func failure(
    _ call: StaticString, _ code: SecretsError.Code = .callFailed
  ) -> SecretsError {
    let packed = ERR_get_error()
    ERR_clear_error()
    guard packed != 0, let text = unsafe ERR_reason_error_string(packed) else {
      return SecretsError(code, call: call)
    }
    return SecretsError(code, call: call, reason: unsafe String(cString: text))
  }
}
