/// Finds the fields of one row in bytes; keeps count of lines from row to row.
///
/// The bytes may be UTF-8 or CP932: no byte of a longer character is a comma, quote or line end.
struct CSVTokeniser {
  let limits: CSVLimits
  /// The physical line on which the next row starts, from 1.
  private(set) var line = 1
  /// The fields of the row found last.
  private(set) var fields: [CSVField] = []
  private(set) var ending = LineEnding.none
  /// The line on which the row found last starts.
  private(set) var rowLine = 1

  init(limits: CSVLimits) { self.limits = limits }

  private static let quote: UInt8 = 0x22
  private static let comma: UInt8 = 0x2C
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  /// Where the row that starts at `start` ends, its line ending included; nil if `bytes` stop
  /// before it does and are not the last of the file.
  mutating func row(
    in bytes: Span<UInt8>, from start: Int, isLast: Bool
  ) throws(TextError) -> Int? {
    fields.removeAll(keepingCapacity: true)
    rowLine = line
    var cursor = Cursor(index: start, line: line)
    while true {
      takePlainFields(in: bytes, &cursor)
      guard let end = try field(in: bytes, &cursor, isLast: isLast) else {
        if bytes.count - start > limits.row { throw rowTooLong }
        return nil
      }
      if end < bytes.count, bytes[end] == Self.comma {
        cursor.index = end + 1
        continue
      }
      guard let next = try endOfRow(in: bytes, at: end, isLast: isLast) else { return nil }
      if next - start > limits.row { throw rowTooLong }
      line = cursor.line + (ending == .none ? 0 : 1)
      return next
    }
  }

  /// Hands over the fields found last, taking the room of older ones in exchange.
  mutating func exchangeFields(with other: inout [CSVField]) { swap(&fields, &other) }

  /// Drops the fields, so that a copy of the tokeniser has them to itself.
  mutating func forgetFields() { fields = [] }

  private struct Cursor {
    var index: Int
    var line: Int
  }

  private var rowTooLong: TextError { .rowTooLong(line: rowLine, limit: limits.row) }

  /// Takes the fields without quotes that a comma ends, in one go; whatever else stands there, and
  /// what breaks a limit, is left to `field`.
  private mutating func takePlainFields(in bytes: Span<UInt8>, _ cursor: inout Cursor) {
    var found: [CSVField] = []
    swap(&found, &fields)
    var (start, index) = (cursor.index, cursor.index)
    while index < bytes.count {
      let byte = bytes[index]
      // Few bytes of a text are as low as a comma.
      if byte == Self.comma {
        guard index - start <= limits.field, found.count < limits.columns else { break }
        found.append(CSVField(raw: start..<index))
        start = index + 1
      } else if byte < Self.comma, byte == Self.quote ? index == start : byte < 0x20 {
        break
      }
      index += 1
    }
    swap(&found, &fields)
    cursor.index = start
  }

  /// Takes one field; gives the index of what follows it, or nil if the bytes stop before that.
  private mutating func field(
    in bytes: Span<UInt8>, _ cursor: inout Cursor, isLast: Bool
  ) throws(TextError) -> Int? {
    if fields.count == limits.columns {
      throw .tooManyColumns(line: rowLine, limit: limits.columns)
    }
    let start = cursor.index
    var field = CSVField(raw: start..<start)
    let end: Int?
    if start < bytes.count, bytes[start] == Self.quote {
      field.isQuoted = true
      end = try quoted(in: bytes, &cursor, &field, isLast: isLast)
    } else {
      end = try plain(in: bytes, cursor)
    }
    if (end ?? bytes.count) - start > limits.field {
      throw .fieldTooLong(line: cursor.line, column: column, limit: limits.field)
    }
    guard let end, end < bytes.count || isLast else { return nil }
    field.raw = start..<end
    fields.append(field)
    return end
  }

  /// The column of the field being read, from 1.
  private var column: Int { fields.count + 1 }

  private func plain(in bytes: Span<UInt8>, _ cursor: Cursor) throws(TextError) -> Int {
    var index = cursor.index
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= Self.comma {
        if byte == Self.comma || byte == Self.lineFeed || byte == Self.carriageReturn { break }
        if byte == 0 { throw .nulByte(line: cursor.line, column: column) }
      }
      index += 1
    }
    return index
  }

  /// The index after the closing quote; nil if it is not among `bytes`.
  private func quoted(
    in bytes: Span<UInt8>, _ cursor: inout Cursor, _ field: inout CSVField, isLast: Bool
  ) throws(TextError) -> Int? {
    let opened = cursor.line
    var index = cursor.index + 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte > Self.quote { continue }
      if byte == Self.lineFeed { cursor.line += 1 }
      if byte == 0 { throw .nulByte(line: cursor.line, column: column) }
      if byte != Self.quote { continue }
      guard index < bytes.count, bytes[index] == Self.quote else {
        try checkAfterQuote(in: bytes, at: index, line: cursor.line)
        return index
      }
      field.hasDoubledQuotes = true
      index += 1
    }
    if isLast { throw .unterminatedQuote(line: opened, column: column) }
    cursor.line = opened
    return nil
  }

  private func checkAfterQuote(
    in bytes: Span<UInt8>, at index: Int, line: Int
  ) throws(TextError) {
    guard index < bytes.count else { return }
    switch bytes[index] {
    case Self.comma, Self.lineFeed, Self.carriageReturn: return
    default: throw .strayQuote(line: line, column: column)
    }
  }

  /// The index after the line ending at `index`; nil if the bytes stop within it.
  private mutating func endOfRow(
    in bytes: Span<UInt8>, at index: Int, isLast: Bool
  ) throws(TextError) -> Int? {
    guard index < bytes.count else {
      ending = .none
      return index
    }
    if bytes[index] == Self.lineFeed {
      ending = .lf
      return index + 1
    }
    guard index + 1 < bytes.count || isLast else { return nil }
    guard index + 1 < bytes.count, bytes[index + 1] == Self.lineFeed else {
      throw .strayCarriageReturn(line: rowLine, column: fields.count)
    }
    ending = .crlf
    return index + 2
  }
}
