/// For each person the newest entry that pins their row.
///
/// A pin shows that a row was once true; only the newest pin shows that it still is. Without this
/// an older row put back together with its old pin would pass.
public struct PinIndex: Sendable {
  /// By a hash of the person's code, seeded anew in each process; entries fit 32 bits.
  private var newest: [Int: UInt32] = [:]

  /// Nothing pinned yet.
  public init() {}

  /// Takes a note of an entry that is durable.
  public mutating func take(_ note: PinNote) { newest[note.key] = note.index }

  /// Whether an entry is the newest that pins the row of a code.
  public func isNewest(_ index: Int, of code: Span<UInt8>) -> Bool {
    newest[Self.key(code)] == UInt32(truncatingIfNeeded: index)
  }

  /// How many people are pinned.
  public var count: Int { newest.count }

  /// Whether the row of a code is pinned at all.
  public func contains(_ code: Span<UInt8>) -> Bool { newest[Self.key(code)] != nil }

  static func key(_ code: Span<UInt8>) -> Int {
    var hasher = Hasher()
    var word: UInt64 = 0
    for index in code.indices {
      word = word << 8 | UInt64(code[index])
      if index % 8 == 7 { hasher.combine(word) }
    }
    hasher.combine(word)
    hasher.combine(code.count)
    return hasher.finalize()
  }
}
