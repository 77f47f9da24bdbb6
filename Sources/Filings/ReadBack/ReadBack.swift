internal import Numbers
internal import Secrets
internal import Text

/// Reads a file with numbers back before it is released, batch by batch, and holds each field
/// against what was meant.
///
/// A field for somebody's number holds that person's number as the gate lent it in this run, and
/// nothing else; no other field holds what could be a number. It does not trust who wrote the file:
/// it finds rows and fields by itself. What it reads and compares with stands in secret memory, is
/// compared in time that does not depend on it, and is wiped.
struct ReadBack: ~Copyable {
  private let scan: FieldScan
  private let known: KnownTexts
  /// 13 where a zero stands before a number, else 12.
  private let numberWidth: Int
  /// The numbers of the batch.
  private var numbers = LentNumbers()
  private var rows: [ExpectedNumbers] = []
  private var buffer = SecretBytes(count: 1 << 16) { _ in }
  /// How many bytes of the file are read and in order.
  private var done: Int
  private var rowsDone = 0

  /// Begins with an empty file.
  init(_ encoding: TextEncoding, hasByteOrderMark: Bool, numberWidth: Int, known: KnownTexts) {
    scan = FieldScan(encoding)
    self.known = known
    self.numberWidth = numberWidth
    done = hasByteOrderMark ? 3 : 0
  }

  /// Begins with an empty file of slips.
  init(plan: SlipPlan) {
    self.init(
      plan.encoding, hasByteOrderMark: plan.hasByteOrderMark, numberWidth: plan.numberWidth,
      known: plan.known)
  }

  /// Makes room for the numbers of the next batch.
  mutating func begin(count: Int) { numbers.begin(count: count) }

  /// Keeps a number that the gate lent, until the batch is read back.
  mutating func keep(_ digits: Span<UInt8>, at place: Int) { numbers.keep(digits, at: place) }

  /// Expects the lines that stand before the rows and hold no number.
  mutating func expect(head bytes: [UInt8]) {
    let span = bytes.span
    var start = 0
    while start < span.count {
      rows.append(ExpectedNumbers(places: [], fieldCount: nil))
      start = scan.end(ofRowAt: start, in: span) ?? span.count
    }
  }

  /// Expects a row after those that were expected before.
  mutating func expect(_ row: ExpectedNumbers) { rows.append(row) }

  /// Reads what was written since the last time, which must be the rows expected since.
  ///
  /// - Parameter isEnd: Whether nothing comes after it, so that the last row may lack a line ending.
  /// - Throws: `.readBack`; `.filing` where the file cannot be read.
  mutating func check(_ writing: ExportWriting, isEnd: Bool = false) throws(ExportError) {
    defer { forget() }
    var next = 0
    while done < writing.count {
      let count = min(try writing.read(at: done, into: &buffer), writing.count - done)
      guard count > 0 else { throw fault(next, 0, .otherRows) }
      let reachesEnd = done + count == writing.count
      let used = try checkRows(count: count, isEnd: isEnd && reachesEnd, &next)
      if used == 0 {
        guard !reachesEnd else { throw fault(next, 0, .otherRows) }
        // A row longer than the buffer.
        buffer = SecretBytes(count: buffer.count * 2) { _ in }
      }
      done += used
    }
    guard next == rows.count else { throw fault(next, 0, .otherRows) }
  }

  /// Checks the whole rows among the bytes just read; gives how many bytes they have.
  private borrowing func checkRows(
    count: Int, isEnd: Bool, _ next: inout Int
  ) throws(ExportError) -> Int {
    try buffer.withSpan { (span) throws(ExportError) in
      let bytes = span.extracting(0..<count)
      var start = 0
      while start < count {
        guard let end = scan.end(ofRowAt: start, in: bytes) ?? (isEnd ? count : nil) else { break }
        guard next < rows.count else { throw fault(next, 0, .otherRows) }
        try checkRow(bytes.extracting(start..<end), rows[next], next)
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
    let count = try scan.forEachField(of: row) { (field, text) throws(ExportError) in
      guard field == wanted else {
        // Nearly all fields are shorter than a number.
        if text.count >= MyNumber.digitCount, let kind = odd(text) {
          throw fault(index, field, kind)
        }
        return
      }
      let first = next
      while next < places.count, places[next].field == field { next += 1 }
      wanted = next < places.count ? places[next].field : nil
      if let kind = wrong(text, places[first..<next]) { throw fault(index, field, kind) }
    }
    guard next == places.count, count == expected.fieldCount ?? count else {
      throw fault(index, 0, .otherRows)
    }
  }

  /// What is wrong with a field for nobody's number; nil if nothing is.
  private borrowing func odd(_ field: Span<UInt8>) -> ReadBackFault.Kind? {
    let isOdd = MyNumber.looksLikeNumber(in: field, scan.encoding) && !known.contains(field)
    return isOdd ? .looksLikeNumber : nil
  }

  /// What is wrong with a field for the numbers of some people; nil if nothing is.
  private borrowing func wrong(
    _ field: Span<UInt8>, _ places: ArraySlice<ExpectedNumbers.Place>
  ) -> ReadBackFault.Kind? {
    let wanted = places.compactMap(\.number)
    if wanted.isEmpty { return isBlank(field) ? nil : .notBlank }
    if places.contains(where: \.isRemark) {
      return areNumbers(field, wanted) ? nil : .notTheNumber
    }
    let isWhole =
      wanted.count == 1 && field.count == numberWidth && numbers.isNumber(field, at: wanted[0])
    return isWhole ? nil : .notTheNumber
  }

  /// Whether a field is empty, or a space, as the last of a tax record has to be.
  private borrowing func isBlank(_ field: Span<UInt8>) -> Bool {
    field.isEmpty || field.count == 1 && field[0] == 0x20
  }

  /// Whether the runs of digits in a field are labels of at most three digits, each before one of
  /// the numbers, in their order.
  private borrowing func areNumbers(_ field: Span<UInt8>, _ wanted: [Int]) -> Bool {
    var run = SecretBytes(count: MyNumber.digitCount) { _ in }
    var (length, found, index) = (0, 0, 0)
    while index <= field.count {
      let digit = MyNumber.digit(in: field, at: &index, scan.encoding)
      if let digit {
        guard length < MyNumber.digitCount else { return false }
        let place = length
        run.withMutableSpan { $0[place] = digit }
        length += 1
        continue
      }
      if length > 3 {
        let isNext =
          length == MyNumber.digitCount && found < wanted.count
          && run.withSpan { numbers.isNumber($0, at: wanted[found]) }
        guard isNext else { return false }
        found += 1
      }
      length = 0
      if index == field.count { break }
    }
    return found == wanted.count
  }

  private borrowing func fault(
    _ row: Int, _ field: Int, _ kind: ReadBackFault.Kind
  ) -> ExportError {
    .readBack(ReadBackFault(.row(rowsDone + row + 1, field: field), kind))
  }

  /// Hands the numbers of the rows expected since the last time, box by box, to the process that
  /// reads the pages back once they are drawn.
  mutating func hand(to writing: ExportWriting) {
    defer { forget() }
    for row in rows { hand(row, to: writing) }
  }

  private borrowing func hand(_ row: ExpectedNumbers, to writing: ExportWriting) {
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

  /// Wipes what the batch needed.
  private mutating func forget() {
    rowsDone += rows.count
    rows.removeAll(keepingCapacity: true)
    numbers.forget()
    buffer.wipe()
  }
}
