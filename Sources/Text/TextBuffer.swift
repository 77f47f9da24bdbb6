/// Text under construction, as UTF-8; several times faster than a view of a `String`.
struct TextBuffer {
  private var bytes: [UInt8] = []

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity + capacity / 2) }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(ascii byte: UInt8) { bytes.append(byte) }

  mutating func append(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      bytes.append(UInt8(value))
    } else if value < 0x800 {
      bytes.append(0xC0 | UInt8(value >> 6))
      bytes.append(continuation(value))
    } else {
      appendLong(value)
    }
  }

  private mutating func appendLong(_ value: UInt32) {
    if value < 0x1_0000 {
      bytes.append(0xE0 | UInt8(value >> 12))
    } else {
      bytes.append(0xF0 | UInt8(value >> 18))
      bytes.append(continuation(value >> 12))
    }
    bytes.append(continuation(value >> 6))
    bytes.append(continuation(value))
  }

  /// Takes back the last character.
  mutating func removeLast() {
    while let byte = bytes.popLast(), byte & 0xC0 == 0x80 {}
  }

  private func continuation(_ value: UInt32) -> UInt8 { 0x80 | UInt8(value & 0x3F) }
}
