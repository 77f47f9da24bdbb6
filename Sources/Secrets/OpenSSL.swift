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
