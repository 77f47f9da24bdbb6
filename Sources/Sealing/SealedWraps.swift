internal import Secrets

/// A data key sealed under the wrapping keys of some lockboxes, in one run of bytes.
///
/// Each wrap takes 76 bytes: the number of its key and its lockbox's ordinal, 8 bytes each,
/// big-endian, then nonce, sealed data key and tag, 60 bytes.
public struct SealedWraps: Hashable, Sendable {
  static let sealedCount = 60
  private static let head = 16
  private static let stride = head + sealedCount

  /// All wraps, one after the other.
  public private(set) var bytes: [UInt8]

  /// Takes wraps from their bytes; nil unless they are whole.
  public init?(bytes: [UInt8]) {
    guard bytes.count.isMultiple(of: Self.stride) else { return nil }
    self.bytes = bytes
  }

  /// Makes `count` wraps of zeros, to be filled by ``set(_:keyNumber:lockboxOrdinal:fill:)``.
  init(zeros count: Int) { bytes = [UInt8](repeating: 0, count: count * Self.stride) }

  /// How many there are.
  public var count: Int { bytes.count / Self.stride }

  /// The wraps one by one.
  public var all: [WrappedKey] {
    var all: [WrappedKey] = []
    forEach { key, ordinal, sealed in
      all.append(
        WrappedKey(
          keyNumber: key, lockboxOrdinal: ordinal, sealed: [UInt8](copying: sealed)))
    }
    return all
  }

  /// Lends each wrap: the number of its key in the log, its lockbox's place in the batch, and nonce,
  /// sealed data key and tag.
  public func forEach<Failure>(
    _ body: (_ keyNumber: Int, _ lockboxOrdinal: Int, _ sealed: Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    let span = bytes.span
    var start = 0
    while start < span.count {
      let sealed = span.extracting(start + Self.head..<start + Self.stride)
      try body(Self.word(span, at: start), Self.word(span, at: start + 8), sealed)
      start += Self.stride
    }
  }

  /// Makes the wrap at `index`; `fill` writes its 60 bytes.
  mutating func set<Failure>(
    _ index: Int, keyNumber: Int, lockboxOrdinal: Int,
    fill: (inout MutableSpan<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    let start = index * Self.stride
    var all = bytes.mutableSpan
    Self.put(keyNumber, into: &all, at: start)
    Self.put(lockboxOrdinal, into: &all, at: start + 8)
    try all.withPart(start + Self.head..<start + Self.stride) { (part) throws(Failure) in
      try fill(&part)
    }
  }

  private static func put(_ word: Int, into bytes: inout MutableSpan<UInt8>, at offset: Int) {
    for place in 0..<8 {
      bytes[offset + place] = UInt8(truncatingIfNeeded: word >> (56 - 8 * place))
    }
  }

  private static func word(_ bytes: Span<UInt8>, at offset: Int) -> Int {
    var word = 0
    for index in offset..<offset + 8 { word = word << 8 | Int(bytes[index]) }
    return word
  }
}
