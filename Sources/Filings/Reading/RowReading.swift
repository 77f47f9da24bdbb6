internal import Text

/// Goes through a file once, from its start, some rows at a time.
struct RowReading<Reader: RowReader>: ~Copyable {
  private var reader: Reader
  private var file: CSVReader
  /// Whether the columns are known for what they are; else no row means anything.
  private let isReadable: Bool
  /// How many of the mistakes were given.
  private var given = 0
  private var isStarted = false
  private var isEnded = false

  /// - Parameter begun: What is known after the first row.
  init(_ begun: Reader, _ file: consuming CSVReader) {
    reader = begun
    self.file = file
    isReadable = begun.notes.mistakes.isEmpty
  }

  /// How many rows make a batch.
  private static var size: Int { 250 }

  /// The next rows; nil after the end, an error or `PayrollFile.mistakeLimit` mistakes.
  mutating func next() -> RowBatch<Reader.Row>? {
    if isEnded { return nil }
    var batch = RowBatch<Reader.Row>()
    batch.rows.reserveCapacity(Self.size)
    do throws(TextError) {
      try start()
      while !isEnded, batch.rows.count < Self.size {
        if let row = try readRow() { batch.rows.append(row) }
      }
    } catch {
      batch.error = error
      isEnded = true
    }
    batch.mistakes = Array(reader.notes.mistakes[given...])
    given = reader.notes.mistakes.count
    batch.discarded = reader.notes.discarded
    return batch
  }

  private mutating func start() throws(TextError) {
    guard !isStarted else { return }
    isStarted = true
    try file.rewind()
    if reader.hasHeader { isEnded = try !file.advance() }
  }

  /// The next row; nil for one with a mistake, and at the end.
  private mutating func readRow() throws(TextError) -> Reader.Row? {
    let before = reader.notes.mistakes.count
    guard before < PayrollFile.mistakeLimit, try file.advance() else {
      isEnded = true
      return nil
    }
    let row = try reader.read(file.row)
    return isReadable && reader.notes.mistakes.count == before ? row : nil
  }
}
