import Text

extension LineEnding {
  /// Appends the bytes of the ending.
  func append(to bytes: inout [UInt8]) {
    if self == .crlf { bytes.append(0x0D) }
    if self != .none { bytes.append(0x0A) }
  }
}
