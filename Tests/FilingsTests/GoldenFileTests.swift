import People
import TestSupport
import Testing

@testable import Filings

/// Files of slips, held against the published tables by a reader of the test's own.
///
/// They are held against files kept in Golden as well.
@Suite("Golden files of slips")
struct GoldenFileTests {
  struct Filing: CustomTestStringConvertible, Sendable {
    let golden: String
    let table: String
    var count = Int.max
    let payroll: String
    let year: Int
    let copy: SlipCopy
    let rows: Int
    var testDescription: String { golden }
  }

  static let filings = [
    Filing(
      golden: "unified-2025.csv", table: "unified-2025", payroll: "payroll-2025.csv", year: 2025,
      copy: .municipality, rows: 30),
    Filing(
      golden: "unified-2025-passed.csv", table: "unified-2025",
      payroll: "payroll-2025-unified.csv", year: 2025, copy: .municipality, rows: 30),
    Filing(
      golden: "unified-2026.csv", table: "unified-2025", payroll: "payroll-2026.csv", year: 2026,
      copy: .municipality, rows: 30),
    Filing(
      golden: "375-2025.txt", table: "375-2025", payroll: "payroll-2025.csv", year: 2025,
      copy: .taxOffice, rows: 4),
  ]

  private func made(_ filing: Filing) throws -> (bytes: [UInt8], filled: Int) {
    let plan = try Fixture.plan(
      Fixture.sample(filing.payroll), SlipRequest(incomeYear: filing.year, copy: filing.copy),
      Cast.sample())
    let numbers = try SampleNumbers.read()
    let filled = plan.slots.count { numbers[$0.person.text] != nil }
    return (plan.bytes { numbers[plan.slots[$0].person.text] }, filled)
  }

  @Test("every field of every row is as the published table says", arguments: filings)
  func official(filing: Filing) throws {
    let (bytes, filled) = try made(filing)
    let record = try OfficialRecord(filing.table, count: filing.count)
    #expect(record.faults(in: bytes) == [])
    let rows = try #require(OfficialRecord.rows(bytes))
    #expect(rows.count == filing.rows)
    let places = record.fields.indices.filter { record.fields[$0].isNumber }
    let written = rows.flatMap { row in places.filter { !row[$0].isEmpty } }.count
    // The payer's in every row beside the people's.
    #expect(written == filled + rows.count)
    for row in rows { try agree(row, filing) }
  }

  /// What must agree within a row: head-counts with names, names with residences, the year.
  private func agree(_ row: [[UInt8]], _ filing: Filing) throws {
    func text(_ number: Int) -> String { String(decoding: row[number - 1], as: UTF8.self) }
    func sum(_ numbers: [Int]) -> Int { numbers.reduce(0) { $0 + (Int(text($1)) ?? 0) } }
    let isTax = filing.copy == .taxOffice
    let young = isTax ? [133, 134] : [144, 145]
    let named = [101, 105, 109, 113].count { !row[$0 - 1].isEmpty }
    #expect(sum([26, 27, 28, 30, 31, 32] + young) == named)
    let under = isTax ? [117, 120, 123, 126] : [117, 121, 125, 129]
    #expect(sum([91]) == under.count { !row[$0 - 1].isEmpty })
    for name in [97, 101, 105, 109, 113] + under {
      #expect(row[name - 1].isEmpty == row[name].isEmpty, "区分 stands beside a name")
    }
    #expect(text(11) == (filing.year == 2025 ? "07" : "08"))
    #expect((1...12).contains(sum([46])) && (1...31).contains(sum([47])))
    #expect(!isTax || text(135) != "", "the last field is never empty")
  }

  @Test("the file is the one that was read and kept", arguments: filings)
  func golden(filing: Filing) throws {
    let (bytes, _) = try made(filing)
    #expect(try GoldenFile.keeps(bytes, at: "Tests/FilingsTests/Golden/\(filing.golden)"))
  }

  @Test(
    "our tables have the published widths and kinds",
    arguments: [
      ("unified-2025", "unified-2025", 147), ("375-2025", "375-2025", 135),
      ("375-2020", "375-2025", 132), ("unified-2020", "unified-2025", 143),
    ])
  func tables(name: String, table: String, count: Int) throws {
    let official = try OfficialRecord(table, count: count).fields
    let layout = try #require(try Fixture.rules().layouts.first { $0.name == name })
    #expect(layout.fields.count - (name == "unified-2020" ? 1 : 0) == official.count)
    for (ours, theirs) in zip(layout.fields, official) {
      #expect(ours.number == theirs.number && ours.width == theirs.width, "#\(theirs.number)")
      #expect(ours.isExact || ours.owner != nil || !theirs.isExact, "#\(theirs.number)")
      #expect((ours.owner != nil && theirs.kind == "digits") == theirs.isNumber)
    }
  }

  @Test(
    "the reader finds what is wrong",
    arguments: [
      (1, "316", "unknown code"), (1, "", "empty"), (4, "a", "not full"), (8, "\u{8E}", "filled"),
      (11, "7", "1 characters"), (17, "12345678901", "11 characters"), (17, "1 0", "not digits"),
      (95, "0123456789019", "check digit"), (94, "5835678256247", "check digit"),
      (95, "123456789018", "12 characters"), (147, "3", "unknown code"), (139, "13101", "5 chara"),
      (137, "\u{7F}", "not half-kana"),
    ])
  func reader(field: Int, value: String, fault: String) throws {
    var rows = try #require(OfficialRecord.rows(try made(Self.filings[0]).bytes))
    rows[2][field - 1] = Array(value.utf8)
    let found = try OfficialRecord("unified-2025").faults(in: Self.joined(rows))
    #expect(found.count == 1 && found.first?.hasPrefix("row 3 #\(field): \(fault)") == true)
  }

  @Test("nor do extensions of JIS X 0208, lost fields and other line ends escape it")
  func readerOfFiles() throws {
    let record = try OfficialRecord("unified-2025")
    let rows = try #require(OfficialRecord.rows(try made(Self.filings[0]).bytes))
    // ① of NEC, 髙 of IBM, and half a character.
    for bytes in [[0x87, 0x40], [0xFB, 0xFC], [0x8D]] as [[UInt8]] {
      var changed = rows
      changed[0][13] = bytes
      #expect(record.faults(in: Self.joined(changed)) == ["row 1 #14: not full"])
    }
    var short = rows
    short[1].removeLast()
    #expect(record.faults(in: Self.joined(short)) == ["row 2: 146 fields"])
    #expect(record.faults(in: Self.joined(rows).filter { $0 != 0x0D }) == ["line ends"])
    #expect(record.faults(in: Self.joined(rows)) == [])
  }

  private static func joined(_ rows: [[[UInt8]]]) -> [UInt8] {
    rows.flatMap { Array($0.joined(separator: [0x2C])) + [0x0D, 0x0A] }
  }
}
