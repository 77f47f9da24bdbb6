import CCounters
import Foundation

/// How long one piece of work took on one side, and what it did meanwhile.
struct Figure {
  var seconds: Double
  var counts: [(name: String, count: UInt64)]

  /// Times `work`.
  static func measure(_ work: () throws -> Void) rethrows -> Figure {
    let before = counters()
    let start = DispatchTime.now().uptimeNanoseconds
    try work()
    let end = DispatchTime.now().uptimeNanoseconds
    let counts = zip(before, counters()).map { ($0.name, $1.count - $0.count) }
    return Figure(seconds: Double(end - start) / 1e9, counts: counts)
  }

  private static func counters() -> [(name: String, count: UInt64)] {
    let now = bench_counters_now()
    return [
      ("seals", now.seals), ("opens", now.opens), ("cipher bytes", now.cipher_bytes),
      ("HMACs", now.macs), ("HMAC bytes", now.mac_bytes), ("hashes", now.hashes),
      ("hashed bytes", now.hash_bytes), ("X25519", now.agreements),
      ("Ed25519 signed", now.signatures), ("Ed25519 checked", now.verifications),
      (randomName, now.random_bytes),
      ("rows written", now.rows_written), ("rows read", now.rows_read), ("syncs", now.syncs),
    ]
  }

  private static let randomName = "random bytes"
  /// Both sides draw random bytes in blocks of this many, and begin at different places in one.
  private static let randomBlock: UInt64 = 4096

  /// Whether both did the same; random bytes to within one block.
  func didTheSame(as other: Figure) -> Bool {
    zip(counts, other.counts).allSatisfy { left, right in
      let slack = left.name == Self.randomName ? Self.randomBlock : 0
      return max(left.count, right.count) - min(left.count, right.count) <= slack
    }
  }
}
