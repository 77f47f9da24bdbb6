internal import COpenSSL

/// Random bytes for keys, ids, salts and nonces, drawn from OpenSSL in blocks.
///
/// What is handed out is wiped from the block at once. One object serves one task at a time, and a
/// process that forks without starting another program must not go on using it in both.
public final class RandomBytes {
  /// Fills a span with random bytes.
  public typealias Fill = (inout MutableSpan<UInt8>) throws(SecretsError) -> Void

  static let blockCount = 4096

  /// The block and how much of it is used, in one value: one look at who has access to it a draw.
  fileprivate struct Pool: ~Copyable {
    var block = SecretBytes(count: RandomBytes.blockCount) { _ in }
    var used = RandomBytes.blockCount
  }

  private let source: Fill?
  private var pool = Pool()

  /// Draws from OpenSSL's private generator, or from `source` in tests.
  public init(source: Fill? = nil) {
    self.source = source
  }

  /// Overwrites all of `out` with random bytes.
  ///
  /// Throws `.randomFailed`; what was already filled is then wiped.
  public func fill(_ out: inout MutableSpan<UInt8>) throws(SecretsError) {
    try pool.fill(&out, from: source)
  }

  /// Gives `count` random bytes that may be known: ids, salts, nonces.
  public func bytes(_ count: Int) throws(SecretsError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var span = bytes.mutableSpan
    try fill(&span)
    return bytes
  }

  /// Gives `count` random bytes that nobody may know: keys.
  public func secret(_ count: Int) throws(SecretsError) -> SecretBytes {
    try SecretBytes(count: count) { (span: inout MutableSpan<UInt8>) throws(SecretsError) in
      try fill(&span)
    }
  }
}

extension RandomBytes.Pool {
  mutating func fill(
    _ out: inout MutableSpan<UInt8>, from source: RandomBytes.Fill?
  ) throws(SecretsError) {
    var done = 0
    while done < out.count {
      if used == block.count { try refill(from: source, wiping: &out) }
      done += hand(into: &out, at: done)
    }
  }

  private mutating func refill(
    from source: RandomBytes.Fill?, wiping out: inout MutableSpan<UInt8>
  ) throws(SecretsError) {
    do throws(SecretsError) {
      try block.withMutableSpan { (span) throws(SecretsError) in
        if let source { try source(&span) } else { try Self.drawPrivate(&span) }
      }
    } catch {
      out.wipe()
      throw error
    }
    used = 0
  }

  /// Moves as much as is left of the block, and as `out` can take, and says how much that was.
  private mutating func hand(into out: inout MutableSpan<UInt8>, at offset: Int) -> Int {
    let (used, count) = (self.used, min(out.count - offset, block.count - self.used))
    block.withMutableSpan { span in
      out.copy(from: span.span.extracting(used..<used + count), at: offset)
      for index in used..<used + count { span[index] = 0 }
    }
    self.used = used + count
    return count
  }

  private static func drawPrivate(_ out: inout MutableSpan<UInt8>) throws(SecretsError) {
    guard let count = CInt(exactly: out.count) else { throw SecretsError(.badLength) }
    let status = unsafe out.withUnsafeMutableBufferPointer { target in
      unsafe RAND_priv_bytes(target.baseAddress, count)
    }
    try OpenSSL.check(status, "RAND_priv_bytes", else: .randomFailed)
  }
}
