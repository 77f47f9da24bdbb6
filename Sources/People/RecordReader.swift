/// Reads what a ``RecordWriter`` wrote, in one pass; the same bytes are lent to every call.
struct RecordReader {
  private var offset = 0

  /// Where the next value begins.
  var position: Int { offset }

  /// Passes over `wanted` if it stands here; false if anything else does.
  mutating func take(_ wanted: Span<UInt8>, in bytes: Span<UInt8>) -> Bool {
    guard bytes.count - offset >= wanted.count else { return false }
    let isHere = Self.areSame(wanted, bytes.extracting(offset..<offset + wanted.count))
    if isHere { offset += wanted.count }
    return isHere
  }

  /// Whether two spans of one length say the same.
  private static func areSame(_ known: Span<UInt8>, _ found: Span<UInt8>) -> Bool {
    // Without a way out of the loop it takes many bytes at a time.
    var difference: UInt8 = 0
    for index in known.indices { difference |= known[index] ^ found[index] }
    return difference == 0
  }

  mutating func byte(_ bytes: Span<UInt8>) throws(PeopleError) -> UInt8 {
    guard offset < bytes.count else { throw .malformed }
    defer { offset += 1 }
    return bytes[offset]
  }

  mutating func flag(_ bytes: Span<UInt8>) throws(PeopleError) -> Bool {
    switch try byte(bytes) {
    case 0: false
    case 1: true
    default: throw .malformed
    }
  }

  /// A code that must be one of the enumeration's.
  mutating func code<Code: RawRepresentable<UInt8>>(
    _ bytes: Span<UInt8>, as type: Code.Type = Code.self
  ) throws(PeopleError) -> Code {
    guard let value = Code(rawValue: try byte(bytes)) else { throw .malformed }
    return value
  }

  /// A code, or zero for none.
  mutating func optionalCode<Code: RawRepresentable<UInt8>>(
    _ bytes: Span<UInt8>, as type: Code.Type = Code.self
  ) throws(PeopleError) -> Code? {
    let raw = try byte(bytes)
    if raw == 0 { return nil }
    guard let value = Code(rawValue: raw) else { throw .malformed }
    return value
  }

  mutating func integer(_ bytes: Span<UInt8>) throws(PeopleError) -> Int {
    Int(truncatingIfNeeded: try word(bytes, as: Int64.self))
  }

  mutating func year(_ bytes: Span<UInt8>) throws(PeopleError) -> Int? {
    let value = Int(try word(bytes, as: UInt16.self))
    guard value <= 9999 else { throw .malformed }
    return value == 0 ? nil : value
  }

  mutating func date(_ bytes: Span<UInt8>) throws(PeopleError) -> CalendarDate {
    guard let date = try optionalDate(bytes) else { throw .malformed }
    return date
  }

  mutating func optionalDate(_ bytes: Span<UInt8>) throws(PeopleError) -> CalendarDate? {
    let days = try word(bytes, as: Int32.self)
    if days == Int32.min { return nil }
    guard days >= CalendarDate.first.days, days <= CalendarDate.last.days else { throw .malformed }
    return CalendarDate(inRange: days)
  }

  mutating func text(_ bytes: Span<UInt8>) throws(PeopleError) -> String {
    try String(strict: bytes.extracting(try field(bytes)))
  }

  /// A text that is the known one as a rule, which then need not be made anew.
  mutating func text(_ bytes: Span<UInt8>, known: inout String) throws(PeopleError) -> String {
    let range = try field(bytes)
    let found = bytes.extracting(range)
    guard known.utf8.count != range.count || !Self.areSame(known.utf8.span, found) else {
      return known
    }
    known = try String(strict: found)
    return known
  }

  /// A text, or nil for an empty one.
  mutating func optionalText(_ bytes: Span<UInt8>) throws(PeopleError) -> String? {
    let text = try text(bytes)
    return text.isEmpty ? nil : text
  }

  /// Bytes, or nil for none.
  mutating func optionalData(_ bytes: Span<UInt8>) throws(PeopleError) -> [UInt8]? {
    let range = try field(bytes)
    if range.isEmpty { return nil }
    var data: [UInt8] = []
    data.reserveCapacity(range.count)
    for index in range { data.append(bytes[index]) }
    return data
  }

  mutating func identifier(_ bytes: Span<UInt8>) throws(PeopleError) -> Bytes16 {
    guard bytes.count - offset >= 16 else { throw .malformed }
    defer { offset += 16 }
    return Bytes16(bytes, at: offset)
  }

  /// A list; `smallest` is the fewest bytes of an element, so that a false count reserves nothing.
  mutating func list<Element>(
    _ bytes: Span<UInt8>, smallest: Int,
    _ read: (inout RecordReader, Span<UInt8>) throws(PeopleError) -> Element
  ) throws(PeopleError) -> [Element] {
    let count = Int(try word(bytes, as: UInt32.self))
    guard count <= (bytes.count - offset) / smallest else { throw .malformed }
    if count == 0 { return [] }
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try read(&self, bytes)) }
    return list
  }

  func finish(_ bytes: Span<UInt8>) throws(PeopleError) {
    guard offset == bytes.count else { throw .malformed }
  }

  private mutating func field(_ bytes: Span<UInt8>) throws(PeopleError) -> Range<Int> {
    let count = Int(try word(bytes, as: UInt32.self))
    guard count <= bytes.count - offset else { throw .malformed }
    defer { offset += count }
    return offset..<offset + count
  }

  private mutating func word<Word: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: Span<UInt8>, as type: Word.Type = Word.self
  ) throws(PeopleError) -> Word {
    let size = MemoryLayout<Word>.size
    guard bytes.count - offset >= size else { throw .malformed }
    // SAFETY: so many bytes are left, and any bytes are an integer.
    let value = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Word.self)
    offset += size
    return Word(bigEndian: value)
  }
}
