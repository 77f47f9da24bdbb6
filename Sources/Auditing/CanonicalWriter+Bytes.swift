internal import JSON

extension CanonicalWriter {
  /// Writes a member that is bytes, as lower-case hex.
  mutating func memberHex(_ key: StaticString, _ bytes: [UInt8]) {
    member(key) { text in Hex.append(bytes.span, to: &text) }
  }

  /// Writes a member that is bytes, as padded base 64.
  mutating func memberBase64(_ key: StaticString, _ bytes: [UInt8]) {
    member(key) { text in Base64.append(bytes.span, to: &text) }
  }
}
