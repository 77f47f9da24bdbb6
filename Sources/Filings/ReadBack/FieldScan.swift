internal import Numbers
internal import Secrets
internal import Text

/// Goes through the fields of CSV rows in the bytes of a file, without making texts of them.
struct FieldScan {
  let encoding: NumberEncoding

  init(_ encoding: TextEncoding) {
    self.encoding = encoding == .utf8 ? .utf8 : .cp932
  }

  /// What a byte is, told one after another.
  private struct Marks {
    enum Kind {
      case comma
      case end
      case other
    }

    private var isStart = true
    /// Whether the field began with a quote, and whether one is open.
    private var hasQuotes = false
    private var isQuoted = false

    mutating func take(_ byte: UInt8) -> Kind {
      if byte == 0x22, isStart || hasQuotes {
        (isStart, hasQuotes) = (false, true)
        isQuoted.toggle()
        return .other
      }
      isStart = false
      guard !isQuoted, byte == 0x2C || byte == 0x0A else { return .other }
      (isStart, hasQuotes) = (true, false)
      return byte == 0x2C ? .comma : .end
    }
  }

  /// The end of the row that begins at a place, its line ending included; nil if it goes on after
  /// the bytes.
  func end(ofRowAt start: Int, in bytes: Span<UInt8>) -> Int? {
    var marks = Marks()
    for place in start..<bytes.count where marks.take(bytes[place]) == .end { return place + 1 }
    return nil
  }

  /// Lends each field of a row with its number, from 1, without quotes and the line ending.
  ///
  /// - Returns: How many fields there are.
  func forEachField<E: Error>(
    of row: Span<UInt8>, _ body: (Int, Span<UInt8>) throws(E) -> Void
  ) throws(E) -> Int {
    var end = row.count
    if end > 0, row[end - 1] == 0x0A { end -= 1 }
    if end > 0, row[end - 1] == 0x0D { end -= 1 }
    var marks = Marks()
    var (field, start) = (1, 0)
    for place in 0..<end where marks.take(row[place]) == .comma {
      try body(field, row.extracting(Self.unquoted(start..<place, row)))
      (field, start) = (field + 1, place + 1)
    }
    try body(field, row.extracting(Self.unquoted(start..<end, row)))
    return field
  }

  /// The first field of a row, from 1, in which what could be a number stands; nil if none does.
  func lookalike(in row: [UInt8], but known: KnownTexts) -> Int? {
    let bytes = row.span
    var found: Int?
    _ = forEachField(of: bytes) { field, text in
      let isOdd = MyNumber.looksLikeNumber(in: text, encoding) && !known.contains(text)
      if found == nil, isOdd { found = field }
    }
    return found
  }

  /// The place of a field without its quotes.
  private static func unquoted(_ field: Range<Int>, _ row: Span<UInt8>) -> Range<Int> {
    guard field.count >= 2, row[field.lowerBound] == 0x22, row[field.upperBound - 1] == 0x22
    else { return field }
    return field.lowerBound + 1..<field.upperBound - 1
  }
}
