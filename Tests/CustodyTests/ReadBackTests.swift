import Foundation
import MyNumberKit
import Testing

@testable import Custody
@testable import Filings

@Suite("A file with numbers is read back before it is released", .serialized)
struct ReadBackTests {
  private let fixture: FilingFixture

  init() throws { fixture = try FilingFixture() }

  /// Writes the slip of 0001 with a writer that was tampered with.
  private func write(
    _ session: Session, _ tamper: (FilledRow) -> FilledRow
  ) throws(ExportError) -> WrittenFile {
    let folder = fixture.slips
    guard let options = try? FilingFixture.options(),
      let payroll = try? PrivateRead(
        VaultFixture.repository + "/Samples/payroll-2025-unified.csv")
    else { throw .noEmployer }
    let export = SlipExport(session, options: options)
    let rules = try export.rules()
    let file = try export.read(payroll.descriptor, rules)
    let plan = try export.makePlans(file, rules)[0]
    var rows: [SlipRow] = []
    try export.run([plan], file) { (_, finding) throws(ExportError) in
      if case .slip(let row) = finding { rows.append(row) }
    }
    var foresight = NumberForesight(session)
    do throws(CustodyError) {
      try foresight.take(rows.flatMap { $0.slots.compactMap { plan.query($0) } })
    } catch {
      throw .custody(error)
    }
    try foresight.finish()
    try ExportWriting.makeFolder(folder)
    let writing = try ExportWriting(plan.fileName, for: plan.form, in: folder, session)
    var filling = NumberFilling(
      foresight, session, RecordComposer(plan: plan), ReadBack(plan: plan), writing,
      named: plan.fileName, in: folder, for: plan.form)
    for row in rows { try filling.take(tamper(FilledRow(row, of: plan))) }
    return try filling.finish(incomeYear: 2025)
  }

  /// The end of a row's bytes with what stands in its summary field replaced.
  private static func summary(_ row: FilledRow, _ text: String) -> FilledRow {
    var fields = row.composed.bytes.split(separator: 0x2C, omittingEmptySubsequences: false)
    let before = fields[85].count
    let bytes = (try? TextEncoding.cp932.encode(text)) ?? []
    fields[85] = bytes[...]
    let shift = bytes.count - before
    return row.with(bytes: Array(fields.joined(separator: [0x2C]))) { _, hole in
      NumberHole(offset: hole.offset + shift, style: hole.style)
    }
  }

  private static let faults: [(String, ReadBackFault.Kind, @Sendable (FilledRow) -> FilledRow)] = [
    (
      "a column too far", .notTheNumber,
      { row in
        row.with { place, hole in
          place == 0 ? NumberHole(offset: hole.offset + 1, style: hole.style) : hole
        }
      }
    ),
    (
      "in the wide digits of the remarks", .notTheNumber,
      { row in
        row.with { place, hole in
          place == 1 ? NumberHole(offset: hole.offset, style: .remark(label: 1)) : hole
        }
      }
    ),
    (
      "a zero short", .notTheNumber,
      { row in
        row.with { place, hole in
          place == 1 ? NumberHole(offset: hole.offset, style: .plain(width: 12)) : hole
        }
      }
    ),
    (
      "in the first field", .looksLikeNumber,
      { row in
        row.with { place, hole in place == 0 ? NumberHole(offset: 3, style: hole.style) : hole }
      }
    ),
    ("one that looks so in the summary", .looksLikeNumber, { summary($0, "1234-5678-9018") }),
    (
      "and in full width, in groups", .looksLikeNumber,
      { row in
        summary(row, "（１２３４　５６７８　９０１８）")
      }
    ),
    (
      "a row too many", .otherRows,
      { row in
        row.with(bytes: row.composed.bytes + row.composed.bytes)
      }
    ),
    (
      "a field too many", .otherRows,
      { row in
        row.with(bytes: row.composed.bytes.dropLast() + [0x2C, 0x0A])
      }
    ),
  ]

  @Test(
    "a number in the wrong place, and what looks like one, stop the release",
    arguments: faults.indices)
  func seeded(index: Int) throws {
    let (_, kind, tamper) = Self.faults[index]
    let session = try fixture.vault.signIn("keiko")
    defer { session.close() }
    let error = #expect(throws: ExportError.self) { _ = try write(session, tamper) }
    guard case .readBack(let fault)? = error else {
      Issue.record("not caught: \(String(describing: error))")
      return
    }
    #expect(fault.kind == kind && fault.place != .file)
    #expect(!"\(fault)".contains(/[0-9]{4}/))
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.slips) == [])
    let entries = try session.entries("export")
    #expect(entries.map(\.outcome) == [.failed] && entries.map(\.rule) == ["read-back"])
    #expect(try ExportedFiles(session).list().isEmpty)
  }

  @Test("what was written as it was meant is released")
  func untouched() throws {
    let session = try fixture.vault.signIn("keiko")
    defer { session.close() }
    let file = try write(session) { $0 }
    #expect(file.numbers == 3 && FileManager.default.fileExists(atPath: file.path))
  }

  @Test("a field of the payroll file that looks like a number stops before any is opened")
  func beforehand() throws {
    let sample = VaultFixture.repository + "/Samples/payroll-2025-unified.csv"
    let row = try Data(contentsOf: URL(filePath: sample)).split(separator: 0x0A)[0]
    var fields = row.split(separator: 0x2C, omittingEmptySubsequences: false)
    fields[139] = Data("123456789018".utf8)
    let path = fixture.vault.folder.file("designated.csv")
    try Data(fields.joined(separator: [0x2C]) + [0x0A]).write(to: URL(filePath: path))
    let error = #expect(throws: ExportError.self) { try fixture.export(path) }
    guard case .filing(.mistakes(let mistakes))? = error else {
      Issue.record("not told: \(String(describing: error))")
      return
    }
    #expect(mistakes.map(\.rule) == [.looksLikeNumber] && mistakes.map(\.column) == [140])
    let vault = try fixture.vault.open()
    #expect(try vault.entries().allSatisfy { $0.content.action != "read" })
    vault.store.close()
  }

  // MARK: The reading itself

  /// Reads bytes back that hold the one number 123456789018 in the field 2 of each row.
  private func kind(
    _ text: String, rows: Int, encoding: TextEncoding = .cp932, mark: Bool = false
  ) throws -> ReadBackFault.Kind? {
    let folder = fixture.vault.folder.file("read")
    try ExportWriting.makeFolder(folder)
    let writing = try ExportWriting("\(folder)/a.csv")
    let bytes = (mark ? [0xEF, 0xBB, 0xBF] : []) + (try encoding.encode(text))
    writing.sink(bytes.span)
    var readBack = ReadBack(
      encoding, hasByteOrderMark: mark, numberWidth: 12, known: KnownTexts(nil))
    readBack.begin(count: 1)
    let number = Array("123456789018".utf8)
    readBack.keep(number.span, at: 0)
    for _ in 0..<rows {
      readBack.expect(
        ExpectedNumbers(
          places: [ExpectedNumbers.Place(field: 2, isRemark: false, number: 0)], fieldCount: 3))
    }
    do throws(ExportError) {
      try readBack.check(writing, isEnd: true)
      try readBack.finish()
      return nil
    } catch {
      guard case .readBack(let fault) = error else { throw error }
      return fault.kind
    }
  }

  @Test("finds rows and fields by itself: quotes, line ends, a mark, rows longer than its buffer")
  func structure() throws {
    let row = "a,123456789018,b"
    #expect(try kind(row + "\r\n" + row + "\n", rows: 2) == nil)
    #expect(try kind(row + "\r\n" + row, rows: 2) == nil, "the last line end may lack")
    #expect(try kind("\"a,\"\"\n\",123456789018,b\n", rows: 1) == nil)
    #expect(try kind("5\" x\",123456789018,b\n\(row)\n", rows: 2) == nil, "quotes amid a text")
    #expect(try kind(row + "\n", rows: 1, encoding: .utf8, mark: true) == nil)
    let long = String(repeating: "長", count: 50_000)
    #expect(try kind("\(long),123456789018,\(long)\n\(row)\n", rows: 2) == nil)
    #expect(try kind("\(long),123456789018,\(long)1234 5678 9018\n", rows: 1) == .looksLikeNumber)
    #expect(try kind(row + "\n", rows: 2) == .otherRows)
    #expect(try kind(row + "\n" + row + "\n", rows: 1) == .otherRows)
    #expect(try kind("a,123456789018\n", rows: 1) == .otherRows)
    #expect(try kind("a,,b\n", rows: 1) == .notTheNumber)
    #expect(try kind("a,123456789019,b\n", rows: 1) == .notTheNumber)
    #expect(try kind("a,b,123456789018\n", rows: 1) == .notTheNumber)
  }

  @Test(
    "sees a number in another field however it is written",
    arguments: [
      "1234-5678-9018", "123456 789018", "123/456/789/018", "１２３４５６７８９０１８", "１２３４－５６７８－９０１８",
      "x0123456789018", "番号は1234・5678・9018です",
    ])
  func written(text: String) throws {
    for encoding in [TextEncoding.cp932, .utf8] {
      let row = "a,123456789018,\(text)\n"
      #expect(try kind(row, rows: 1, encoding: encoding) == .looksLikeNumber, "\(encoding)")
    }
  }

  @Test(
    "takes no address, day or amount for one",
    arguments: [
      "東京都千代田区見本町１－２－３", "2026-11-22 10:30:45", "1234567890", "03-1234-5678", "１２３４５６７８９０１９",
    ])
  func notOne(text: String) throws {
    #expect(try kind("a,123456789018,\(text)\n", rows: 1) == nil)
  }
}
