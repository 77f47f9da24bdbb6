internal import JSON

extension CanonicalWriter {
  /// Writes a member that is bytes, as lower-case hex.
  mutating func memberHex(_ key: StaticString, _ bytes: [UInt8]) {
    guard bytes.count <= 32 else { return member(key, Hex.encode(bytes)) }
    var digits = [64 of UInt8](repeating: 0)
    var out = digits.mutableSpan
    Hex.write(bytes.span, to: &out)
    member(key, plain: digits.span.extracting(first: 2 * bytes.count))
  }

  /// Writes a member that is bytes, as padded base 64.
  mutating func memberBase64(_ key: StaticString, _ bytes: [UInt8]) {
    var encoded: [UInt8] = []
    Base64.append(bytes.span, to: &encoded)
    member(key, plain: encoded.span)
  }
}
