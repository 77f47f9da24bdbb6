import Secrets

extension [UInt8] {
  /// The bytes that pairs of hexadecimal digits stand for.
  init?(hex: String) {
    let digits = hex.utf8.map { UInt8(Character(Unicode.Scalar($0)).hexDigitValue ?? 255) }
    guard digits.count.isMultiple(of: 2), digits.allSatisfy({ $0 < 16 }) else { return nil }
    self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  init(_ span: Span<UInt8>) {
    self.init()
    for index in span.indices { append(span[index]) }
  }

  /// The same bytes with one bit of the byte at `index` turned over.
  func flipped(at index: Int) -> [UInt8] {
    var bytes = self
    bytes[index] ^= 1
    return bytes
  }
}

extension SecretBytes {
  /// A copy in ordinary memory, for comparing in tests.
  borrowing func exposed() -> [UInt8] { withSpan { [UInt8]($0) } }
}
