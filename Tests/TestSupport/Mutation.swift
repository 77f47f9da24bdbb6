/// A random edit of a file: a flipped bit, bytes or a line left out, two that change places, a cut.
public enum Mutation: CaseIterable, Sendable {
  case bit, deletion, swap, truncation, lineDeletion, lineSwap

  /// An edited copy, never the same as the original.
  public func edited(
    _ bytes: [UInt8], using random: inout some RandomNumberGenerator
  ) -> [UInt8] {
    var edited = bytes
    // Some edits change nothing, as when two equal bytes change places.
    while edited == bytes { edited = attempt(bytes, using: &random) }
    return edited
  }

  private func attempt(
    _ bytes: [UInt8], using random: inout some RandomNumberGenerator
  ) -> [UInt8] {
    var edited = bytes
    switch self {
    case .bit:
      edited[Int.random(in: bytes.indices, using: &random)] ^=
        1 << UInt8.random(in: 0..<8, using: &random)
    case .deletion:
      let start = Int.random(in: bytes.indices, using: &random)
      edited.removeSubrange(
        start..<min(bytes.count, start + Int.random(in: 1...64, using: &random)))
    case .swap:
      edited.swapAt(
        Int.random(in: bytes.indices, using: &random), Int.random(in: bytes.indices, using: &random)
      )
    case .truncation: edited.removeLast(Int.random(in: 1...bytes.count, using: &random))
    case .lineDeletion, .lineSwap: edited = lines(of: bytes, using: &random)
    }
    return edited
  }

  private func lines(
    of bytes: [UInt8], using random: inout some RandomNumberGenerator
  ) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count > 2 else { return Mutation.deletion.attempt(bytes, using: &random) }
    let place = Int.random(in: 0..<lines.count - 1, using: &random)
    if self == .lineDeletion {
      lines.remove(at: place)
    } else {
      lines.swapAt(place, Int.random(in: 0..<lines.count - 1, using: &random))
    }
    return Array(lines.joined(separator: [0x0A]))
  }
}
