internal import COpenSSL

/// Random bytes for keys, ids, salts and nonces, drawn from OpenSSL in blocks.
///
/// What is handed out is wiped from the block at once. One object serves one task at a time, and a
/// process that forks without starting another program must not go on using it in both.
public final class RandomBytes {
  /// Fills a span with random bytes.
  public typealias Fill = (inout MutableSpan<UInt8>) throws(SecretsError) -> Void

  static let blockCount = 4096

  private let source: Fill?
  private var block: SecretBytes
  private var used = RandomBytes.blockCount

  /// Draws from OpenSSL's private generator, or from `source` in tests.
  public init(source: Fill? = nil) {
    self.source = source
    block = SecretBytes(count: RandomBytes.blockCount) { _ in }
  }

  /// Overwrites all of `out` with random bytes.
  ///
  /// Throws `.randomFailed`; what was already filled is then wiped.
  public func fill(_ out: inout MutableSpan<UInt8>) throws(SecretsError) {
    var done = 0
    while done < out.count {
      if used == block.count { try refill(wiping: &out) }
      done += hand(into: &out, at: done)
    }
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

  private func refill(wiping out: inout MutableSpan<UInt8>) throws(SecretsError) {
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
  private func hand(into out: inout MutableSpan<UInt8>, at offset: Int) -> Int {
    let count = min(out.count - offset, block.count - used)
    block.withMutableSpan { span in
      out.copy(from: span.span.extracting(used..<used + count), at: offset)
      for index in used..<used + count { span[index] = 0 }
    }
    used += count
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
