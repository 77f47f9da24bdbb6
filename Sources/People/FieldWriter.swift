/// Joins values into bytes from which each can be told apart: a count of 4 bytes, then the value.
///
/// Counts are UInt32 and integers UInt64, both big-endian; texts are UTF-8 as they stand. Two
/// different lists of values never give the same bytes.
public struct FieldWriter: Sendable {
  /// The bytes so far.
  public private(set) var bytes: [UInt8] = []

  /// Makes an empty writer with room for `capacity` bytes.
  public init(reserving capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Writes bytes as one field.
  public mutating func write(_ value: [UInt8]) {
    bytes.appendBigEndian(UInt32(truncatingIfNeeded: value.count))
    bytes.append(contentsOf: value)
  }

  /// Writes lent bytes as one field.
  public mutating func write(_ value: Span<UInt8>) {
    bytes.appendBigEndian(UInt32(truncatingIfNeeded: value.count))
    unsafe value.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Writes a text as one field of UTF-8.
  public mutating func write(_ text: String) {
    write(text.utf8.span)
  }

  /// Writes an integer as one field of 8 bytes, big-endian, two's complement.
  public mutating func write(_ integer: Int) { write(UInt64(bitPattern: Int64(integer))) }

  /// Writes an integer as one field of 8 bytes, big-endian.
  public mutating func write(_ integer: UInt64) {
    // In one go with its count: integers are most of what is written.
    let words = (UInt32(8).bigEndian, Self.high(integer), Self.low(integer))
    unsafe Swift.withUnsafeBytes(of: words) { unsafe bytes.append(contentsOf: $0) }
  }

  /// Writes a person's identifier as one field of 16 bytes.
  public mutating func write(_ id: PersonID) { write(id.raw) }

  /// Writes a declaration's identifier as one field of 16 bytes.
  public mutating func write(_ id: DeclarationID) { write(id.raw) }

  private mutating func write(_ id: Bytes16) {
    let words = (
      UInt32(16).bigEndian, Self.high(id.high), Self.low(id.high), Self.high(id.low),
      Self.low(id.low)
    )
    unsafe Swift.withUnsafeBytes(of: words) { unsafe bytes.append(contentsOf: $0) }
  }

  private static func high(_ word: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: word >> 32).bigEndian
  }

  private static func low(_ word: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: word).bigEndian }

  /// Begins again, in the same memory, with fields that are written already.
  public mutating func restart(with fields: [UInt8] = []) {
    bytes.removeAll(keepingCapacity: true)
    append(fields)
  }

  /// Adds fields that are written already.
  public mutating func append(_ fields: [UInt8]) { bytes.append(contentsOf: fields) }
}

extension [UInt8] {
  mutating func appendBigEndian(_ integer: some FixedWidthInteger) {
    unsafe Swift.withUnsafeBytes(of: integer.bigEndian) { unsafe append(contentsOf: $0) }
  }

  /// Byte by byte is faster for as few as four.
  mutating func appendBigEndian(_ integer: UInt32) {
    append(UInt8(truncatingIfNeeded: integer >> 24))
    append(UInt8(truncatingIfNeeded: integer >> 16))
    append(UInt8(truncatingIfNeeded: integer >> 8))
    append(UInt8(truncatingIfNeeded: integer))
  }
}
