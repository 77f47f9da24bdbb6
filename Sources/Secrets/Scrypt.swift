internal import COpenSSL

/// scrypt (RFC 7914): a key from a passphrase, at a cost in memory and time.
public enum Scrypt {
  /// Derives `count` bytes; the defaults take 128 MiB and are the only cost a vault uses.
  ///
  /// Throws `.badLength` when `count` is not positive, `.callFailed` when the cost is not one that
  /// RFC 7914 allows (`n` a power of two above 1) or the memory is not to be had.
  public static func derive(
    passphrase: Span<UInt8>, salt: Span<UInt8>, count: Int,
    n: UInt64 = 1 << 17, r: UInt64 = 8, p: UInt64 = 1
  ) throws(SecretsError) -> SecretBytes {
    guard count > 0 else { throw SecretsError(.badLength) }
    let limit = try memory(n: n, r: r, p: p)
    return try SecretBytes(count: count) { (out: inout MutableSpan<UInt8>) throws(SecretsError) in
      let status = unsafe out.withUnsafeMutableBufferPointer { out in
        unsafe passphrase.withUnsafeBufferPointer { passphrase in
          unsafe salt.withUnsafeBufferPointer { salt in
            unsafe EVP_PBE_scrypt(
              passphrase.baseAddress, passphrase.count, salt.baseAddress, salt.count,
              n, r, p, limit, out.baseAddress, out.count)
          }
        }
      }
      try OpenSSL.check(status, "EVP_PBE_scrypt")
    }
  }

  /// What the derivation needs, so that OpenSSL's own limit of 32 MiB does not stop it.
  private static func memory(n: UInt64, r: UInt64, p: UInt64) throws(SecretsError) -> UInt64 {
    let bound: UInt64 = 1 << 30
    guard n <= bound, r > 0, r <= 1 << 10, p > 0, p <= 1 << 10 else {
      throw SecretsError(.callFailed, call: "EVP_PBE_scrypt")
    }
    return 128 * r * (n + p + 2) + 1024
  }
}
