/// Reads back what a ``FieldWriter`` wrote; the same bytes are lent to every call.
///
/// ```swift
/// var fields = FieldReader()
/// let label = try fields.text(from: bytes)
/// let version = try fields.integer(from: bytes)
/// try fields.finish(bytes)
/// ```
/// Every method throws `.malformed` when the bytes do not hold such a field.
public struct FieldReader: Sendable {
  /// Where the next field begins.
  public private(set) var offset = 0

  /// Makes a reader that stands at the first byte.
  public init() {}

  /// Whether every field has been read.
  public func isAtEnd(of bytes: Span<UInt8>) -> Bool { offset == bytes.count }

  /// Reads a field as bytes.
  public mutating func bytes(from bytes: Span<UInt8>) throws(PeopleError) -> [UInt8] {
    let range = try next(in: bytes)
    return unsafe bytes.extracting(range).withUnsafeBufferPointer { unsafe Array($0) }
  }

  /// Reads a field of exactly `count` bytes.
  public mutating func bytes(
    _ count: Int, from bytes: Span<UInt8>
  ) throws(PeopleError) -> [UInt8] {
    let value = try self.bytes(from: bytes)
    guard value.count == count else { throw .malformed }
    return value
  }

  /// Reads a field and lends its bytes to `body`, so that nothing is copied.
  public mutating func withBytes<Value: ~Copyable>(
    from bytes: Span<UInt8>, _ body: (Span<UInt8>) throws(PeopleError) -> Value
  ) throws(PeopleError) -> Value {
    try body(bytes.extracting(try next(in: bytes)))
  }

  /// Reads a field of valid UTF-8.
  public mutating func text(from bytes: Span<UInt8>) throws(PeopleError) -> String {
    try String(strict: bytes.extracting(try next(in: bytes)))
  }

  /// Reads a field of 8 bytes as a signed integer.
  public mutating func integer(from bytes: Span<UInt8>) throws(PeopleError) -> Int {
    Int(truncatingIfNeeded: try unsigned(from: bytes))
  }

  /// Reads a field of 8 bytes as an unsigned integer.
  public mutating func unsigned(from bytes: Span<UInt8>) throws(PeopleError) -> UInt64 {
    let range = try next(in: bytes)
    guard range.count == 8 else { throw .malformed }
    var value: UInt64 = 0
    for index in range { value = value << 8 | UInt64(bytes[index]) }
    return value
  }

  /// Throws `.malformed` unless every byte has been read.
  public func finish(_ bytes: Span<UInt8>) throws(PeopleError) {
    guard isAtEnd(of: bytes) else { throw .malformed }
  }

  private mutating func next(in bytes: Span<UInt8>) throws(PeopleError) -> Range<Int> {
    guard offset >= 0, bytes.count - offset >= 4 else { throw .malformed }
    var count = 0
    for index in offset..<offset + 4 { count = count << 8 | Int(bytes[index]) }
    let start = offset + 4
    guard bytes.count - start >= count else { throw .malformed }
    offset = start + count
    return start..<offset
  }
}

extension String {
  /// Copies valid UTF-8; throws `.malformed` for anything else.
  init(strict bytes: Span<UInt8>) throws(PeopleError) {
    if bytes.isEmpty {
      self = ""
      return
    }
    do {
      self = String(copying: try UTF8Span(validating: bytes))
    } catch {
      throw .malformed
    }
  }
}
