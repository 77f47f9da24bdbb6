internal import Secrets

/// Secret bytes, one text after another, in memory that grows and is wiped.
struct KeptSecrets: ~Copyable {
  private var bytes = SecretBytes(count: 1 << 10) { _ in }
  private(set) var count = 0

  /// Keeps bytes; gives their place.
  @discardableResult
  mutating func append(_ more: Span<UInt8>) -> Range<Int> {
    makeRoom(more.count)
    let start = count
    bytes.withMutableSpan { span in
      for place in more.indices { span[start + place] = more[place] }
    }
    count += more.count
    return start..<count
  }

  /// Lends the bytes at a place.
  borrowing func withSpan<R, E: Error>(
    _ range: Range<Int>, _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try bytes.withSpan { (all) throws(E) in try body(all.extracting(range)) }
  }

  private mutating func makeRoom(_ more: Int) {
    guard count + more > bytes.count else { return }
    let old = count
    let wider = bytes.withSpan { all in
      SecretBytes(count: max(2 * all.count, old + more)) { span in
        for place in 0..<old { span[place] = all[place] }
      }
    }
    bytes = wider
  }
}
