/// HKDF with SHA-256 (RFC 5869).
public enum HKDF {
  /// The most bytes one expansion gives: 255 blocks.
  public static let largestCount = 255 * HMACSHA256.count

  /// Concentrates `inputKey` into a 32-byte key; an empty salt counts as 32 zero bytes.
  public static func extract(
    salt: Span<UInt8>, inputKey: Span<UInt8>
  ) throws(SecretsError) -> SecretBytes {
    var mac = try HMACSHA256()
    try mac.start(key: salt)
    try mac.update(inputKey)
    return try mac.finish()
  }

  /// Expands a 32-byte key into `count` bytes bound to `info`.
  ///
  /// Throws `.badLength` unless `count` is from 1 to 8160 and `prk` has at least 32 bytes.
  public static func expand(
    _ prk: Span<UInt8>, info: Span<UInt8>, count: Int
  ) throws(SecretsError) -> SecretBytes {
    guard count > 0, count <= largestCount, prk.count >= HMACSHA256.count else {
      throw SecretsError(.badLength)
    }
    var mac = try HMACSHA256()
    return try SecretBytes(count: count) { (out: inout MutableSpan<UInt8>) throws(SecretsError) in
      try expand(prk, info: info, into: &out, with: &mac)
    }
  }

  private static func expand(
    _ prk: Span<UInt8>, info: Span<UInt8>, into out: inout MutableSpan<UInt8>,
    with mac: inout HMACSHA256
  ) throws(SecretsError) {
    var block = SecretBytes(count: HMACSHA256.count) { _ in }
    for start in stride(from: 0, to: out.count, by: block.count) {
      try mac.start(key: prk)
      if start > 0 {
        try block.withSpan { (last) throws(SecretsError) in try mac.update(last) }
      }
      try mac.update(info)
      try mac.update(CollectionOfOne(UInt8(start / block.count + 1)).span)
      try block.withMutableSpan { (span) throws(SecretsError) in try mac.finish(into: &span) }
      let wanted = min(block.count, out.count - start)
      block.withSpan { span in out.copy(from: span.extracting(first: wanted), at: start) }
    }
  }
}
