/// Writes the dense form of a ``PersonRecord``; the layout is told at ``PersonRecord/canonicalBytes()``.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  init(reserving capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func integer(_ value: Int) { bytes.appendBigEndian(Int64(value)) }

  mutating func count(_ value: Int) { bytes.appendBigEndian(UInt32(truncatingIfNeeded: value)) }

  mutating func year(_ value: Int?) { bytes.appendBigEndian(UInt16(value ?? 0)) }

  mutating func date(_ value: CalendarDate?) {
    bytes.appendBigEndian(value?.days ?? Int32.min)
  }

  mutating func text(_ value: String) {
    let text = value.utf8.span
    count(text.count)
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func data(_ value: [UInt8]) {
    count(value.count)
    bytes.append(contentsOf: value)
  }

  mutating func identifier(_ value: Bytes16) {
    bytes.appendBigEndian(value.high)
    bytes.appendBigEndian(value.low)
  }
}
