/// Bytes written one after another into memory that seldom grows.
struct ByteOutput {
  private var bytes: [UInt8]
  private var count = 0

  /// Starts with room for `capacity` bytes.
  init(capacity: Int) { bytes = [UInt8](repeating: 0, count: max(64, capacity)) }

  /// Writes one byte.
  mutating func append(_ byte: UInt8) {
    if count == bytes.count { grow(by: 1) }
    bytes[count] = byte
    count += 1
  }

  /// Writes a span of bytes.
  mutating func append(_ span: Span<UInt8>) {
    unsafe span.withUnsafeBufferPointer { source in
      unsafe write(most: source.count) { unsafe $0.put(source) }
    }
  }

  /// Writes the bytes of a literal.
  mutating func append(_ text: StaticString) {
    unsafe write(most: text.utf8CodeUnitCount) { unsafe $0.put(text) }
  }

  /// Writes a member's key with what stands around it.
  mutating func append(key: StaticString, afterComma: Bool) {
    unsafe write(most: key.utf8CodeUnitCount + 4) { cursor in
      unsafe cursor.put(key: key, afterComma: afterComma)
    }
  }

  /// Writes a member that is a text without anything to escape.
  ///
  /// In one go: an entry of the log has a dozen such members.
  mutating func append(key: StaticString, afterComma: Bool, plain text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { text in
      unsafe write(most: key.utf8CodeUnitCount + text.count + 6) { cursor in
        unsafe cursor.put(key: key, afterComma: afterComma)
        unsafe cursor.put(UInt8(ascii: "\""))
        unsafe cursor.put(text)
        unsafe cursor.put(UInt8(ascii: "\""))
      }
    }
  }

  /// The bytes written.
  consuming func finish() -> [UInt8] {
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Lets `body` write up to `most` bytes, for which there is room then.
  @inline(__always)
  private mutating func write(most: Int, _ body: (inout Cursor) -> Void) {
    if bytes.count - count < most { grow(by: most) }
    let place = count
    unsafe bytes.withUnsafeMutableBufferPointer { out in
      guard let start = out.baseAddress else { return }
      var cursor = unsafe Cursor(next: start + place)
      unsafe body(&cursor)
      count = unsafe cursor.next - start
    }
  }

  private mutating func grow(by more: Int) {
    bytes.append(contentsOf: repeatElement(0, count: max(more, bytes.count)))
  }
}

extension ByteOutput {
  /// Where the next byte goes.
  ///
  /// SAFETY: whoever makes one has seen to the room for all that is put.
  @unsafe fileprivate struct Cursor {
    var next: UnsafeMutablePointer<UInt8>

    mutating func put(_ byte: UInt8) {
      unsafe next.pointee = byte
      unsafe next += 1
    }

    mutating func put(_ source: UnsafeBufferPointer<UInt8>) {
      guard let first = source.baseAddress else { return }
      unsafe next.update(from: first, count: source.count)
      unsafe next += source.count
    }

    mutating func put(_ text: StaticString) {
      unsafe next.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
      unsafe next += text.utf8CodeUnitCount
    }

    mutating func put(key: StaticString, afterComma: Bool) {
      if afterComma { unsafe put(UInt8(ascii: ",")) }
      unsafe put(UInt8(ascii: "\""))
      unsafe put(key)
      unsafe put(UInt8(ascii: "\""))
      unsafe put(UInt8(ascii: ":"))
    }
  }
}
