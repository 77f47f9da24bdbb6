import Secrets
import Text

/// Writes the rows of a file, each in secret memory until it is handed over.
///
/// Rows are appended as they are planned and forgotten as they are written. Numbers are taken one
/// by one in the order of the slots, as a bulk read gives them. A number out of order would stand
/// on another person's slip, so that ends the process.
public struct RecordComposer: ~Copyable {
  private let encoding: TextEncoding
  private let hasByteOrderMark: Bool
  /// The rows that wait for numbers, the first one being written.
  private var rows: [ComposedRow] = []
  private var row = 0
  private var nextSlot = 0
  private var slotCount = 0
  private var used = 0
  /// The bytes of the row that are in the buffer already.
  private var done = 0
  private var buffer = SecretBytes(count: 4096) { _ in }
  private var isStarted = false

  /// Begins a file.
  init(encoding: TextEncoding, hasByteOrderMark: Bool = false) {
    self.encoding = encoding
    self.hasByteOrderMark = hasByteOrderMark
  }

  /// Begins a file of slips.
  public init(plan: SlipPlan) {
    self.init(encoding: plan.encoding, hasByteOrderMark: plan.hasByteOrderMark)
  }

  /// Appends the next row of a file of slips.
  public mutating func append(_ row: SlipRow) { append(row.composed) }

  /// Appends the next row.
  mutating func append(_ row: ComposedRow) {
    precondition(row.firstSlot == slotCount, "a row out of order")
    slotCount += row.holes.count
    rows.append(row)
  }

  /// Takes the twelve digits for a slot; rows that are complete go to `sink`.
  public mutating func supply<E: Error>(
    _ digits: Span<UInt8>, forSlot slot: Int, to sink: (Span<UInt8>) throws(E) -> Void
  ) throws(E) {
    precondition(digits.count == 12, "a number has twelve digits")
    let hole = try advance(to: slot, sink)
    write(digits, hole)
    nextSlot += 1
    try emitComplete(to: sink)
  }

  /// Leaves a slot blank, without its label in the remarks.
  public mutating func leaveBlank<E: Error>(
    slot: Int, to sink: (Span<UInt8>) throws(E) -> Void
  ) throws(E) {
    let hole = try advance(to: slot, sink)
    copy(upTo: hole.offset)
    if case .last = hole.style { put(0x20) }
    nextSlot += 1
    try emitComplete(to: sink)
  }

  /// Writes every row that waits for no number.
  mutating func release<E: Error>(to sink: (Span<UInt8>) throws(E) -> Void) throws(E) {
    try start(sink)
    try emitComplete(to: sink)
  }

  /// Writes what is left once every slot has been supplied or left blank.
  public mutating func finish<E: Error>(to sink: (Span<UInt8>) throws(E) -> Void) throws(E) {
    precondition(nextSlot == slotCount, "a slot was neither supplied nor left blank")
    try start(sink)
    try emitComplete(to: sink)
  }

  private mutating func advance<E: Error>(
    to slot: Int, _ sink: (Span<UInt8>) throws(E) -> Void
  ) throws(E) -> NumberHole {
    precondition(slot == nextSlot && slot < slotCount, "a slot out of order")
    try start(sink)
    try emitComplete(to: sink)
    makeRoom()
    return rows[row].holes[slot - rows[row].firstSlot]
  }

  private mutating func start<E: Error>(_ sink: (Span<UInt8>) throws(E) -> Void) throws(E) {
    if isStarted { return }
    isStarted = true
    guard hasByteOrderMark else { return }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    try sink(mark.span)
  }

  /// Hands over every row that waits for no number.
  private mutating func emitComplete<E: Error>(
    to sink: (Span<UInt8>) throws(E) -> Void
  ) throws(E) {
    while row < rows.count, nextSlot >= rows[row].firstSlot + rows[row].holes.count {
      makeRoom()
      copy(upTo: rows[row].bytes.count)
      let count = used
      try buffer.withSpan { span throws(E) in try sink(span.extracting(0..<count)) }
      buffer.withMutableSpan { span in span.withPart(0..<count) { $0.wipe() } }
      (row, used, done) = (row + 1, 0, 0)
    }
    guard row == rows.count else { return }
    rows.removeAll(keepingCapacity: true)
    row = 0
  }

  /// Room for the row with all its numbers, before anything of it is written.
  private mutating func makeRoom() {
    let needed = rows[row].bytes.count + rows[row].holes.count * 64
    if used == 0, done == 0, buffer.count < needed {
      buffer = SecretBytes(count: needed) { _ in }
    }
  }

  private mutating func copy(upTo end: Int) {
    let (from, to) = (done, used)
    let bytes = rows[row].bytes
    let part = bytes.span.extracting(from..<end)
    buffer.withMutableSpan { $0.copy(from: part, at: to) }
    used += end - from
    done = end
  }

  private mutating func write(_ digits: Span<UInt8>, _ hole: NumberHole) {
    copy(upTo: hole.offset)
    switch hole.style {
    case .plain(let width), .last(let width):
      if width == 13 { put(0x30) }
      put(digits)
    case .remark(let label):
      put(wide: UInt8(ascii: "("))
      for byte in String(label).utf8 { put(wide: byte) }
      put(wide: UInt8(ascii: ")"))
      for index in digits.indices { put(wide: digits[index]) }
    }
  }

  private mutating func put(_ bytes: Span<UInt8>) {
    let place = used
    buffer.withMutableSpan { $0.copy(from: bytes, at: place) }
    used += bytes.count
  }

  private mutating func put(_ byte: UInt8) {
    let place = used
    buffer.withMutableSpan { $0[place] = byte }
    used += 1
  }

  /// The full-width form of a digit or parenthesis, in the file's encoding.
  private mutating func put(wide byte: UInt8) {
    switch encoding {
    case .utf8:
      put(0xEF)
      put(0xBC)
      // U+FF08 ( is EF BC 88: 0x60 above its ASCII code, for digits as well.
      put(byte + 0x60)
    case .cp932:
      let isDigit = byte >= 0x30
      put(isDigit ? 0x82 : 0x81)
      put(isDigit ? byte + 0x1F : byte + 0x41)
    }
  }
}
