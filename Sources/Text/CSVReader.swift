import Secrets

/// Reads a CSV file (RFC 4180) row by row from a file descriptor; memory does not grow with it.
///
/// Lines end with CRLF or LF; a byte order mark is skipped; a quote inside an unquoted field is
/// an ordinary character. All bytes stay in one buffer of secret memory, reused for every row.
public struct CSVReader: ~Copyable {
  /// The row read last.
  public private(set) var row: CSVRow
  /// Whether the file starts with the byte order mark of UTF-8; known after the first row.
  public private(set) var hasByteOrderMark = false

  private let descriptor: Int32
  private let skipsBlankLines: Bool
  private var tokeniser: CSVTokeniser
  /// The bytes of the buffer that are filled but not yet read.
  private var pending = 0..<0
  private var isAtEnd = false
  private var isStarted = false

  /// Reads from where `fileDescriptor` stands; closing it stays with the caller.
  public init(
    fileDescriptor: Int32, encoding: TextEncoding, limits: CSVLimits = CSVLimits(),
    skipsBlankLines: Bool = true
  ) {
    descriptor = fileDescriptor
    self.skipsBlankLines = skipsBlankLines
    tokeniser = CSVTokeniser(limits: limits)
    row = CSVRow(
      encoding: encoding, buffer: SecretBytes(count: 1 << 16) { _ in },
      unquoted: SecretBytes(count: 1 << 8) { _ in })
  }

  /// Reads a file from its beginning, in the encoding that it is found to have.
  ///
  /// The file must be one that can be read twice (no pipe); closing it stays with the caller.
  /// - Parameter failure: makes the caller's error of an error of the file.
  public init<E: Error>(
    detecting fileDescriptor: Int32, skipsBlankLines: Bool = true, failure: (TextError) -> E
  ) throws(E) {
    let encoding: TextEncoding
    do throws(TextError) {
      encoding = try TextEncoding.detect(fileDescriptor: fileDescriptor)
      try Descriptor.rewind(fileDescriptor)
    } catch {
      throw failure(error)
    }
    self.init(
      fileDescriptor: fileDescriptor, encoding: encoding, skipsBlankLines: skipsBlankLines)
  }

  /// Reads the next row into `row`; false at the end of the file.
  /// - Throws: any error of the file; reading cannot go on after one.
  public mutating func advance() throws(TextError) -> Bool {
    if !isStarted { try start() }
    repeat {
      guard try readRow() else { return false }
    } while skipsBlankLines && row.isBlank
    row.unquoteFields()
    return true
  }

  /// Starts again at the beginning of the file, which must be one that can be read twice (no pipe).
  /// - Throws: `inputOutput`.
  public mutating func rewind() throws(TextError) {
    try Descriptor.rewind(descriptor)
    tokeniser = CSVTokeniser(limits: tokeniser.limits)
    (pending, isAtEnd, isStarted) = (0..<0, false, false)
  }

  /// Lends each row that is left to `body`.
  /// - Parameter failure: makes the caller's error of an error of the file.
  public mutating func forEachRow<E: Error>(
    failure: (TextError) -> E, _ body: (borrowing CSVRow) throws(E) -> Void
  ) throws(E) {
    while true {
      let hasRow: Bool
      do throws(TextError) { hasRow = try advance() } catch { throw failure(error) }
      if !hasRow { return }
      try body(row)
    }
  }

  private mutating func start() throws(TextError) {
    isStarted = true
    try fill()
    hasByteOrderMark = row.buffer.withSpan { span in
      pending.count >= 3 && span[0] == 0xEF && span[1] == 0xBB && span[2] == 0xBF
    }
    if hasByteOrderMark { pending = 3..<pending.upperBound }
  }

  private mutating func readRow() throws(TextError) -> Bool {
    while true {
      if pending.isEmpty && isAtEnd { return false }
      if let end = try scan() {
        take(upTo: end)
        return true
      }
      try fill()
    }
  }

  private mutating func scan() throws(TextError) -> Int? {
    if pending.isEmpty { return nil }
    let (range, isLast) = (pending, isAtEnd)
    // The tokeniser is moved out, so that the row's buffer may be lent meanwhile.
    var tokeniser = self.tokeniser
    self.tokeniser.forgetFields()
    defer { self.tokeniser = tokeniser }
    return try row.buffer.withSpan { span throws(TextError) in
      try tokeniser.row(
        in: span.extracting(0..<range.upperBound), from: range.lowerBound, isLast: isLast)
    }
  }

  private mutating func take(upTo end: Int) {
    row.line = tokeniser.rowLine
    row.ending = tokeniser.ending
    row.bytes = pending.lowerBound..<end - tokeniser.ending.count
    tokeniser.exchangeFields(with: &row.fields)
    pending = end..<pending.upperBound
  }

  /// Moves what is pending to the front of the buffer and fills the rest, growing it if it is full.
  private mutating func fill() throws(TextError) {
    compact()
    while pending.upperBound < row.buffer.count {
      let count = try Descriptor.read(descriptor, into: &row.buffer, from: pending.upperBound)
      if count == 0 {
        isAtEnd = true
        return
      }
      pending = pending.lowerBound..<pending.upperBound + count
    }
  }

  private mutating func compact() {
    let (from, count) = (pending.lowerBound, pending.count)
    pending = 0..<count
    if count == row.buffer.count {
      row.buffer = row.buffer.withSpan { old in
        SecretBytes(count: old.count * 2) { new in
          for index in old.indices { new[index] = old[index] }
        }
      }
    } else if from > 0 {
      row.buffer.withMutableSpan { span in
        for index in 0..<count { span[index] = span[from + index] }
      }
    }
  }
}
