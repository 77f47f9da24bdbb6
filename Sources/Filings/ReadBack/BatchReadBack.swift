internal import Secrets
internal import Text

/// Reads the bytes of one batch of rows back and holds each field against what was meant.
///
/// It does not trust who wrote the file: it finds rows and fields by itself. What it reads stands in
/// secret memory, and is wiped with what it compares with.
struct BatchReadBack: ~Copyable, Sendable {
  private let check: FieldCheck
  private let batch: ExpectedBatch
  private let bytes: WrittenBytes
  /// Where the batch stands in the file.
  private let range: Range<Int>
  /// How many rows stand before it.
  private let rowsBefore: Int
  /// Whether nothing comes after it, so that the last row may lack a line ending.
  private let isEnd: Bool
  private var buffer = SecretBytes(count: 1 << 16) { _ in }
  /// Up to where the file is read and in order.
  private var done: Int
  /// How many of the batch's rows were found.
  private var next = 0

  init(
    _ batch: consuming ExpectedBatch, after rowsBefore: Int, in range: Range<Int>,
    of bytes: WrittenBytes, isEnd: Bool, _ check: FieldCheck
  ) {
    self.check = check
    self.batch = batch
    self.bytes = bytes
    self.range = range
    self.rowsBefore = rowsBefore
    self.isEnd = isEnd
    done = range.lowerBound
  }

  /// Reads it back; afterwards nothing of it is left.
  ///
  /// - Returns: Up to where the file is in order: the batch's end.
  /// - Throws: `.readBack`; `.filing` where the file cannot be read.
  consuming func run() throws(ExportError) -> Int {
    while done < range.upperBound {
      let count = min(try fill(), range.upperBound - done)
      guard count > 0 else { throw fault(next, 0, .otherRows) }
      let reachesEnd = done + count == range.upperBound
      let used = try checkRows(count: count, mayLackEnding: isEnd && reachesEnd)
      if used == 0 {
        guard !reachesEnd else { throw fault(next, 0, .otherRows) }
        // A row longer than the buffer.
        buffer = SecretBytes(count: buffer.count * 2) { _ in }
      }
      done += used
    }
    guard next == batch.rows.count else { throw fault(next, 0, .otherRows) }
    return done
  }

  private mutating func fill() throws(ExportError) -> Int {
    do throws(TextError) {
      return try bytes.read(at: done, into: &buffer)
    } catch {
      throw .filing(.text(error))
    }
  }

  /// Checks the whole rows among the bytes just read; gives how many bytes they have.
  private mutating func checkRows(
    count: Int, mayLackEnding: Bool
  ) throws(ExportError) -> Int {
    var next = next
    defer { self.next = next }
    return try buffer.withSpan { (span) throws(ExportError) in
      let bytes = span.extracting(0..<count)
      var start = 0
      while start < count {
        let end = check.scan.end(ofRowAt: start, in: bytes) ?? (mayLackEnding ? count : nil)
        guard let end else { break }
        guard next < batch.rows.count else { throw fault(next, 0, .otherRows) }
        try checkRow(bytes.extracting(start..<end), batch.rows[next], next)
        next += 1
        start = end
      }
      return start
    }
  }

  private borrowing func checkRow(
    _ row: Span<UInt8>, _ expected: ExpectedNumbers, _ index: Int
  ) throws(ExportError) {
    let places = expected.places
    var next = 0
    var wanted = places.first?.field
    let count = try check.scan.forEachField(of: row) { (field, text) throws(ExportError) in
      guard field == wanted else {
        if let kind = check.odd(text) { throw fault(index, field, kind) }
        return
      }
      let first = next
      while next < places.count, places[next].field == field { next += 1 }
      wanted = next < places.count ? places[next].field : nil
      if let kind = check.wrong(text, places[first..<next], batch.numbers) {
        throw fault(index, field, kind)
      }
    }
    guard next == places.count, count == expected.fieldCount ?? count else {
      throw fault(index, 0, .otherRows)
    }
  }

  private borrowing func fault(
    _ row: Int, _ field: Int, _ kind: ReadBackFault.Kind
  ) -> ExportError {
    .readBack(ReadBackFault(.row(rowsBefore + row + 1, field: field), kind))
  }
}
