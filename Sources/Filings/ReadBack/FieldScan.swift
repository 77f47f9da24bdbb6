internal import Numbers
internal import Secrets
internal import Text

/// Goes through the fields of CSV rows in the bytes of a file, without making texts of them.
struct FieldScan {
  let encoding: NumberEncoding

  init(_ encoding: TextEncoding) { self.encoding = NumberEncoding(encoding) }

  private static let quote: UInt8 = 0x22
  private static let comma: UInt8 = 0x2C
  private static let lineFeed: UInt8 = 0x0A

  /// The end of the row that begins at a place, its line ending included; nil if it goes on after
  /// the bytes.
  func end(ofRowAt start: Int, in bytes: Span<UInt8>) -> Int? {
    // Most rows have no quotes; between them a line feed would end nothing.
    if let feed = bytes.firstIndex(of: Self.lineFeed, from: start),
      bytes.extracting(start..<feed).firstIndex(of: Self.quote) == nil
    {
      return feed + 1
    }
    var place = Self.end(ofFieldAt: start, in: bytes)
    while place < bytes.count {
      if bytes[place] == Self.lineFeed { return place + 1 }
      place = Self.end(ofFieldAt: place + 1, in: bytes)
    }
    return nil
  }

  /// Lends each field of a row with its number, from 1, without quotes and the line ending.
  ///
  /// - Returns: How many fields there are.
  func forEachField<E: Error>(
    of row: Span<UInt8>, _ body: (Int, Span<UInt8>) throws(E) -> Void
  ) throws(E) -> Int {
    var end = row.count
    if end > 0, row[end - 1] == Self.lineFeed { end -= 1 }
    if end > 0, row[end - 1] == 0x0D { end -= 1 }
    let bytes = row.extracting(0..<end)
    var (field, start, place) = (1, 0, 0)
    while place < end {
      let byte = bytes[place]
      // Few bytes of a text are as low as a comma.
      if byte > Self.comma {
        place += 1
      } else if byte == Self.quote, place == start {
        place = Self.end(ofFieldAt: start, in: bytes)
      } else {
        if byte == Self.comma || byte == Self.lineFeed {
          try body(field, bytes.extracting(Self.unquoted(start..<place, bytes)))
          (field, start) = (field + 1, place + 1)
        }
        place += 1
      }
    }
    try body(field, bytes.extracting(Self.unquoted(start..<end, bytes)))
    return field
  }

  /// The place of the comma or the line feed behind the field that begins at a place, else the end.
  ///
  /// Between quotes, with which a field begins, both stand for themselves.
  private static func end(ofFieldAt start: Int, in bytes: Span<UInt8>) -> Int {
    var place = start
    let hasQuotes = start < bytes.count && bytes[start] == quote
    var isQuoted = false
    while place < bytes.count {
      let byte = bytes[place]
      // Few bytes of a text are as low as a comma.
      if byte <= comma {
        if hasQuotes, byte == quote { isQuoted.toggle() }
        if !isQuoted, byte == comma || byte == lineFeed { return place }
      }
      place += 1
    }
    return place
  }

  /// The first field of a row, from 1, in which what could be a number stands; nil if none does.
  func lookalike(in row: [UInt8], but known: KnownTexts) -> Int? {
    let bytes = row.span
    var found: Int?
    _ = forEachField(of: bytes) { field, text in
      guard found == nil, text.count >= MyNumber.digitCount else { return }
      let isOdd = MyNumber.looksLikeNumber(in: text, encoding) && !known.contains(text)
      if isOdd { found = field }
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
