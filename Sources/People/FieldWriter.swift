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
    bytes.appendBigEndian(UInt32(truncatingIfNeeded: text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes an integer as one field of 8 bytes, big-endian, two's complement.
  public mutating func write(_ integer: Int) { write(UInt64(bitPattern: Int64(integer))) }

  /// Writes an integer as one field of 8 bytes, big-endian.
  public mutating func write(_ integer: UInt64) {
    bytes.appendBigEndian(UInt32(8))
    bytes.appendBigEndian(integer)
  }
}

extension [UInt8] {
  mutating func appendBigEndian(_ integer: some FixedWidthInteger) {
    unsafe Swift.withUnsafeBytes(of: integer.bigEndian) { unsafe append(contentsOf: $0) }
  }
}
