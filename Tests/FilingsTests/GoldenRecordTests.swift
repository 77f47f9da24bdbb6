import People
import TestSupport
import Testing

@testable import Filings

/// Records beside the slips, and the record of years before, held against the published tables and
/// against files that were read and kept.
@Suite("Golden files of records")
struct GoldenRecordTests {
  /// A file made, and what it is to be held against.
  struct Made {
    let bytes: [UInt8]
    let layout: RecordLayout
    let table: OfficialRecord
  }

  /// What each file is held against: its table, how many rows, and in which of them the number of
  /// its person is left blank.
  static let files: [(golden: String, rows: Int, blank: [Int])] = [
    ("375-2024.txt", 4, []), ("unified-2024.csv", 4, []), ("316-2026.txt", 5, [4]),
    ("309-2026.txt", 5, [4]),
  ]

  private func made(_ golden: String) throws -> Made {
    let numbers = try SampleNumbers.read()
    switch golden {
    case "375-2024.txt":
      let plan = try Fixture.plan(
        Fixture.payroll(Self.slips), SlipRequest(incomeYear: 2024, copy: .taxOffice), Cast.sample())
      return Made(
        bytes: plan.bytes { numbers[plan.slots[$0].person.text] }, layout: plan.plan.layout,
        table: try OfficialRecord("375-2025", count: 132))
    case "unified-2024.csv":
      let plan = try Fixture.plan(
        Fixture.payroll(Self.slips), SlipRequest(incomeYear: 2024, copy: .municipality),
        Cast.sample())
      return Made(
        bytes: plan.bytes { numbers[plan.slots[$0].person.text] }, layout: plan.plan.layout,
        table: try OfficialRecord.unifiedOf2024())
    case "316-2026.txt": return try made(Self.retired, .retirement, "316-2025", numbers)
    default: return try made(Self.payments, .payment, "309-2025", numbers)
    }
  }

  private func made(
    _ rows: [[String: String]], _ kind: RecordKind, _ table: String, _ numbers: [String: String]
  ) throws -> Made {
    let cast = try Cast.sample()
    cast.filed = FiledSlip(versions: [try PersonCode("0003"): 1, try PersonCode("P001"): 1])
    for (code, name) in [("P002", "見本　一"), ("P003", "見本　二")] {
      try cast.add(code, name) {
        $0.address = "東京都千代田区見本町1"; $1.kind = .payee
      }
    }
    let planned = try PlannedRecords(kind, rows, cast)
    return Made(
      bytes: planned.bytes { numbers[$0.text] }, layout: planned.plan.layout,
      table: try OfficialRecord(table))
  }

  @Test("every field of every row is as the published table says", arguments: files)
  func official(golden: String, rows count: Int, blank: [Int]) throws {
    let made = try made(golden)
    #expect(made.table.faults(in: made.bytes) == [])
    let rows = try #require(OfficialRecord.rows(made.bytes))
    #expect(rows.count == count)
    let places = made.table.fields.filter(\.isNumber).map(\.number)
    let payees = Set(made.layout.fields.filter { $0.owner == .oneself }.map(\.number))
    #expect(!payees.isEmpty && payees.isSubset(of: places))
    for (place, row) in rows.enumerated() {
      for field in payees {
        let isBlank = row[field - 1].isEmpty || row[field - 1] == [0x20]
        #expect(isBlank == blank.contains(place + 1), "row \(place + 1) #\(field)")
      }
    }
  }

  @Test("the file is the one that was read and kept", arguments: files)
  func golden(golden: String, rows: Int, blank: [Int]) throws {
    #expect(
      try GoldenFile.keeps(made(golden).bytes, at: "Tests/FilingsTests/Golden/\(golden)"))
  }

  @Test("our tables have the published widths and kinds", arguments: files)
  func tables(golden: String, rows: Int, blank: [Int]) throws {
    let made = try made(golden)
    #expect(made.layout.fields.count == made.table.fields.count)
    for (ours, theirs) in zip(made.layout.fields, made.table.fields) {
      // The shorter of two standards: 100 on discs, 300 for e-Tax.
      let isShorter = golden.hasPrefix("316") && ours.number == 36
      #expect(ours.number == theirs.number)
      #expect(ours.width == (isShorter ? 100 : theirs.width), "#\(theirs.number)")
      #expect(ours.isExact || ours.owner != nil || !theirs.isExact, "#\(theirs.number)")
      #expect((ours.owner != nil && theirs.kind == "digits") == theirs.isNumber)
      let isWide = [.full, .kana].contains(ours.characters)
      #expect(isWide == (theirs.kind == "full"), "#\(theirs.number)")
      #expect(
        Self.renamed.contains(ours.number)
          || Self.same(ours.name).hasSuffix(Self.same(theirs.name)), "\(ours.name)")
    }
  }

  /// Items whose name the form of e-Tax has otherwise than the standard for discs.
  private static let renamed = [1, 12, 19]

  /// The last part of a name, without what the tables write differently.
  private static func same(_ name: String) -> String {
    let part = name.split(separator: "－").last.map(String.init) ?? name
    return [("内書き", ""), ("（居所）", ""), ("１", "1"), ("２", "2")].reduce(part) {
      $0.replacing($1.0, with: $1.1)
    }
  }

  @Test(
    "a wrong value does not escape the table",
    arguments: [
      ("316-2026.txt", 1, "309", "unknown code"), ("316-2026.txt", 15, "1x", "not digits"),
      ("316-2026.txt", 29, "7", "1 characters"),
      ("316-2026.txt", 38, "0123456789019", "check digit"),
      ("316-2026.txt", 8, "x", "filled"), ("316-2026.txt", 28, "100", "3 characters"),
      ("309-2026.txt", 10, "2", "unknown code"), ("309-2026.txt", 15, "abc", "not full"),
      ("309-2026.txt", 47, "12345678901", "11 characters"),
      ("309-2026.txt", 52, "5835678256247", "check digit"), ("309-2026.txt", 11, "", "empty"),
      ("unified-2024.csv", 144, "3", "unknown code"), ("unified-2024.csv", 139, "13101", "5 chara"),
      ("375-2024.txt", 95, "123456789018", "12 characters"),
      ("375-2024.txt", 132, "ab", "not full"),
      ("375-2024.txt", 48, "0", "filled"),
    ])
  func reader(golden: String, field: Int, value: String, fault: String) throws {
    let made = try made(golden)
    var rows = try #require(OfficialRecord.rows(made.bytes))
    rows[1][field - 1] = Array(value.utf8)
    let changed = rows.flatMap { Array($0.joined(separator: [0x2C])) + [0x0D, 0x0A] }
    let found = made.table.faults(in: changed)
    #expect(found.count == 1 && found.first?.hasPrefix("row 2 #\(field): \(fault)") == true)
  }
}
