/// Sixteen bytes held in two words, so that an identifier costs no allocation.
struct Bytes16: Hashable, Sendable {
  let high: UInt64
  let low: UInt64

  /// Takes the sixteen bytes that begin at `offset`, which the caller has checked to exist.
  init(_ bytes: Span<UInt8>, at offset: Int) {
    high = Self.word(bytes, at: offset)
    low = Self.word(bytes, at: offset + 8)
  }

  init(_ bytes: Span<UInt8>) throws(PeopleError) {
    guard bytes.count == 16 else { throw .identifierLength }
    self.init(bytes, at: 0)
  }

  var bytes: [UInt8] {
    unsafe withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { unsafe Array($0) }
  }

  var hex: String { bytes.map(Self.hex).joined() }

  private static func word(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in offset..<offset + 8 { word = word << 8 | UInt64(bytes[index]) }
    return word
  }

  private static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
