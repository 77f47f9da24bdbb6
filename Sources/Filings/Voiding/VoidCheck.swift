internal import Custody
internal import People
internal import Secrets
internal import Text

/// Rows that void what was filed, held against the files in which the wrong ones stand.
///
/// A row that voids another equals it but for its mark; the office knows the wrong one by that. Which
/// number stood on it the register knows, so that the fields of numbers are not looked at.
struct VoidCheck {
  private let layout: RecordLayout
  private let encoding: TextEncoding
  private let scan: FieldScan
  /// The fields that are compared: all but the numbers and the mark.
  private let fields: Set<Int>
  /// The mark of rows that void, which are not voided themselves.
  private let mark: String
  /// The rows by the file with the wrong one.
  private var rows: [String: [VoidingRow]] = [:]
  /// Whose wrong row could not be looked at.
  private(set) var uncompared: [PersonCode] = []

  private init(_ layout: RecordLayout, _ encoding: TextEncoding, mark: String) {
    (self.layout, self.encoding, self.mark) = (layout, encoding, mark)
    scan = FieldScan(encoding)
    let compared = layout.fields.filter { $0.owner == nil && $0.item != .correction }
    fields = Set(compared.map(\.number))
  }

  /// Checks the rows of a file of slips.
  init(_ plan: SlipPlan) {
    self.init(plan.layout, plan.encoding, mark: plan.form == SlipCopy.taxOffice.form ? "1" : "3")
  }

  /// Checks the records of a file.
  init(_ plan: RecordPlan) { self.init(plan.layout, .cp932, mark: "1") }

  /// Takes a row of slips.
  mutating func take(_ row: SlipRow) {
    if row.isVoiding { take(row.bytes, row.line, row.person, row.voidedIn) }
  }

  /// Takes a record.
  mutating func take(_ line: RecordLine) {
    if line.isVoiding { take(line.composed.bytes, line.line, line.person, line.voidedIn) }
  }

  private mutating func take(
    _ bytes: [UInt8], _ line: Int, _ person: PersonCode, _ export: String?
  ) {
    guard let export else { return uncompared.append(person) }
    let texts = texts(of: bytes.span, encoding)
    rows[export, default: []].append(VoidingRow(line: line, person: person, texts: texts))
  }

  /// The texts of the fields that are compared; no number among them.
  private func texts(of row: Span<UInt8>, _ encoding: TextEncoding) -> [Int: String] {
    var texts: [Int: String] = [:]
    _ = scan.forEachField(of: row) { field, bytes in
      guard fields.contains(field) else { return }
      // What is no text equals none.
      texts[field] = (try? encoding.decode(bytes)) ?? "\u{FFFD}"
    }
    return texts
  }

  /// Reads the files, each once.
  ///
  /// - Returns: A mistake for each row that equals none of the file with the wrong one.
  /// - Throws: `.custody` where a file cannot be read.
  mutating func run(_ session: Session) throws(ExportError) -> [FilingMistake] {
    var mistakes: [FilingMistake] = []
    for (export, waiting) in rows.sorted(by: { $0.key < $1.key }) {
      var waiting = waiting
      if try compare(&waiting, with: export, session) {
        mistakes += waiting.compactMap(mistake)
      } else {
        uncompared += waiting.map(\.person)
      }
    }
    return mistakes.sorted()
  }

  private func mistake(of row: VoidingRow) -> FilingMistake? {
    if let nearest = row.nearest, nearest.differences == 0 { return nil }
    let field = row.nearest.map(\.field) ?? layout[.name]?.number ?? 0
    let name = layout.fields.first { $0.number == field }?.name
    return FilingMistake(
      line: row.line, person: row.person, field: name ?? "", rule: .notAsFiled)
  }

  /// Holds rows against a file; false where it does not stand there as it was made.
  private func compare(
    _ waiting: inout [VoidingRow], with export: String, _ session: Session
  ) throws(ExportError) -> Bool {
    guard let name = layout[.name]?.number else { return false }
    let byName = Dictionary(grouping: waiting.indices) { waiting[$0].texts[name] ?? "" }
    var found = waiting
    do throws(CustodyError) {
      let finding = try ExportedFiles(session).lend(export) { (file) throws(TextError) in
        try forEachRow(of: file) { row in
          guard let (key, encoding) = self.name(in: row, name), let places = byName[key] else {
            return
          }
          let others = texts(of: row, encoding)
          if isVoiding(row, encoding) { return }
          for place in places { found[place].take(others) }
        }
      }
      waiting = found
      return finding == .there
    } catch {
      throw .custody(error)
    }
  }

  /// The name in a row, and the encoding in which it is one: a unified CSV may have had another.
  private func name(in row: Span<UInt8>, _ number: Int) -> (String, TextEncoding)? {
    var found: (String, TextEncoding)?
    _ = scan.forEachField(of: row) { field, bytes in
      guard field == number else { return }
      for encoding in [TextEncoding.utf8, .cp932] where found == nil {
        found = (try? encoding.decode(bytes)).map { ($0, encoding) }
      }
    }
    return found
  }

  /// Whether a row of the file voids one itself.
  private func isVoiding(_ row: Span<UInt8>, _ encoding: TextEncoding) -> Bool {
    var isVoiding = false
    _ = scan.forEachField(of: row) { field, bytes in
      guard field == layout[.correction]?.number else { return }
      isVoiding = (try? encoding.decode(bytes)) == mark
    }
    return isVoiding
  }

  /// Lends each row of a file, without a byte order mark before the first.
  private func forEachRow(
    of file: MadeFile.Reading, _ body: (Span<UInt8>) -> Void
  ) throws(TextError) {
    var buffer = SecretBytes(count: 1 << 16) { _ in }
    var done = 0
    while true {
      let count = try file.read(at: done, into: &buffer)
      if count == 0 { return }
      let isEnd = count < buffer.count
      let used = buffer.withSpan { lend(rows: $0.extracting(0..<count), isEnd: isEnd, done, body) }
      if used == 0 { buffer = SecretBytes(count: buffer.count * 2) { _ in } }
      done += used
    }
  }

  /// Lends the whole rows among bytes; gives how many bytes they have.
  private func lend(
    rows bytes: Span<UInt8>, isEnd: Bool, _ done: Int, _ body: (Span<UInt8>) -> Void
  ) -> Int {
    var start = 0
    while start < bytes.count {
      guard let end = scan.end(ofRowAt: start, in: bytes) ?? (isEnd ? bytes.count : nil) else {
        break
      }
      let skipped = done == 0 && start == 0 && Self.hasMark(bytes) ? 3 : 0
      body(bytes.extracting(start + skipped..<end))
      start = end
    }
    return start
  }

  private static func hasMark(_ bytes: Span<UInt8>) -> Bool {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
  }
}
