internal import Numbers
internal import Secrets
internal import Text

/// Reads a file with numbers back before it is released, batch by batch, and holds each field
/// against what was meant.
///
/// A field for somebody's number holds that person's number as the gate lent it in this run, and
/// nothing else; no other field holds what could be a number. While a batch is read back on another
/// thread the next one is written; what the two compare with and read is theirs alone, stands in secret
/// memory and is wiped.
struct ReadBack: ~Copyable {
  private let fields: FieldCheck
  /// What the next batch must hold.
  private var batch = ExpectedBatch()
  /// The batch before it.
  private var pending: PendingReadBack?
  /// Up to where the file was given to be read back.
  private var end: Int
  private var rowsDone = 0

  /// Begins with an empty file.
  init(_ encoding: TextEncoding, hasByteOrderMark: Bool, numberWidth: Int, known: KnownTexts) {
    fields = FieldCheck(scan: FieldScan(encoding), known: known, numberWidth: numberWidth)
    end = hasByteOrderMark ? 3 : 0
  }

  /// Begins with an empty file of slips.
  init(plan: SlipPlan) {
    self.init(
      plan.encoding, hasByteOrderMark: plan.hasByteOrderMark, numberWidth: plan.numberWidth,
      known: plan.known)
  }

  /// Makes room for the numbers of the next batch.
  mutating func begin(count: Int) { batch.begin(count: count) }

  /// Keeps a number that the gate lent, until the batch is read back.
  mutating func keep(_ digits: Span<UInt8>, at place: Int) { batch.keep(digits, at: place) }

  /// Expects the lines that stand before the rows and hold no number.
  mutating func expect(head bytes: [UInt8]) {
    let span = bytes.span
    var start = 0
    while start < span.count {
      batch.expect(ExpectedNumbers(places: [], fieldCount: nil))
      start = fields.scan.end(ofRowAt: start, in: span) ?? span.count
    }
  }

  /// Expects a row after those that were expected before.
  mutating func expect(_ row: ExpectedNumbers) { batch.expect(row) }

  /// Has what was written since the last time read back, which must be the rows expected since.
  ///
  /// What is wrong with it is told by the next call, or by ``finish()``.
  /// - Parameter isEnd: Whether nothing comes after it, so that the last row may lack a line ending.
  /// - Throws: As ``finish()`` does of the batch before; `.filing` where the file cannot be written.
  mutating func check(_ writing: ExportWriting, isEnd: Bool = false) throws(ExportError) {
    try finish()
    guard let bytes = try writing.written() else {
      throw .readBack(ReadBackFault(.file, .otherRows))
    }
    let (start, rowsBefore) = (end, rowsDone)
    end = writing.count
    let reading = BatchReadBack(
      takeBatch(), after: rowsBefore, in: min(start, end)..<end, of: bytes, isEnd: isEnd, fields)
    pending = PendingReadBack(reading, upTo: end, of: writing)
  }

  /// Waits until everything that was given is read back.
  ///
  /// - Throws: `.readBack`; `.filing` where the file cannot be read.
  mutating func finish() throws(ExportError) {
    guard let pending = pending.take() else { return }
    try pending.finish()
  }

  /// Hands the numbers of the rows expected since the last time, box by box, to the process that
  /// reads the pages back once they are drawn.
  mutating func hand(to writing: ExportWriting) {
    let batch = takeBatch()
    for row in batch.rows { Self.hand(row, batch.numbers, to: writing) }
  }

  private static func hand(
    _ row: ExpectedNumbers, _ numbers: borrowing LentNumbers, to writing: ExportWriting
  ) {
    let boxes = row.fieldCount ?? 0
    var length = 0
    let line = SecretBytes(count: boxes + row.places.count * MyNumber.digitCount + 2) { span in
      for box in 1...max(1, boxes) {
        for place in row.places where place.field == box {
          guard let number = place.number else { continue }
          numbers.copy(number, to: &span, at: length)
          length += MyNumber.digitCount
        }
        span[length] = box < boxes ? 0x2C : 0x0D
        length += 1
      }
      span[length] = 0x0A
      length += 1
    }
    line.withSpan { writing.expect($0.extracting(0..<length)) }
  }

  /// Gives away what is expected; the next batch begins with nothing.
  private mutating func takeBatch() -> ExpectedBatch {
    var taken = ExpectedBatch()
    swap(&taken, &batch)
    rowsDone += taken.rows.count
    return taken
  }
}
