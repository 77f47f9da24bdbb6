/// What the record decoded last said, so that the next one that says the same needs no new texts.
///
/// The people of one import share a declaration and, mostly, the rule of their verification.
public struct RecordMemory: Sendable {
  /// A value and the bytes that it was read from.
  struct Known<Value: Sendable>: Sendable {
    let bytes: [UInt8]
    let value: Value
  }

  var declarations: Known<[Declaration]>?
  /// The rule and the policy of a verification; its day is mostly another.
  var rule = ""
  var policy = ""
  var versions: Known<[NumberVersion]>?

  /// Nothing known yet.
  public init() {}
}

extension RecordReader {
  /// Reads a value, or takes the known one if its very bytes stand here.
  ///
  /// A value's bytes tell where they end, so bytes that begin alike say the same.
  mutating func value<Value: Sendable>(
    _ bytes: Span<UInt8>, known: inout RecordMemory.Known<Value>?,
    _ read: (inout RecordReader, Span<UInt8>) throws(PeopleError) -> Value
  ) throws(PeopleError) -> Value {
    if let known, take(known.bytes.span, in: bytes) { return known.value }
    let start = position
    let value = try read(&self, bytes)
    var copy: [UInt8] = []
    for index in start..<position { copy.append(bytes[index]) }
    known = RecordMemory.Known(bytes: copy, value: value)
    return value
  }
}
