import Foundation
import MyNumberKit
import TestSupport
import Testing

/// Files of notices with their numbers, held against the published tables by a reader of the test's
/// own and against files that were read and kept.
@Suite("Golden files of notices", .serialized)
struct GoldenNoticeTests {
  struct Filling: CustomTestStringConvertible, Sendable {
    let golden: String
    let forms: [String]
    /// The line of the first record, from 0.
    let first: Int
    /// Of each record its form and whose number stands in which field.
    let numbers: [(record: String, fields: [Int: String])]
    var testDescription: String { golden }
  }

  static let fillings = [
    Filling(
      golden: "SHFD0006.CSV",
      forms: ["health-pension-acquisition", "health-pension-loss", "health-dependents-change"],
      first: 5,
      numbers: [
        ("2200700", [13: "0024"]), ("2200700", [13: "0030"]), ("2201700", [11: "0022"]),
        ("2202700", [14: "0005"]), ("2202700", [14: "0009", 78: "0009-1"]),
        ("2202700", [14: "0010"]),
        ("2202700", [14: "0013", 29: "0013-1", 78: "0013-2", 111: "0013-3"]),
      ]),
    Filling(
      golden: "10101-shutoku.csv", forms: ["employment-insurance-acquisition"], first: 9,
      numbers: [("10101", [3: "0024"]), ("10101", [3: "0030"])]),
    Filling(
      golden: "10191-soshitsu.csv", forms: ["employment-insurance-loss"], first: 9,
      numbers: [("10191", [3: "0022"])]),
  ]

  private let fixture: VaultFixture

  init() throws { fixture = try SampleVault.copy() }

  /// The sample's bytes; that of the pension office has a record of a spouse and two children more.
  private static func source(_ filling: Filling) throws -> [UInt8] {
    let sample = try FileBytes.checkout("Samples/\(filling.golden)")
    return filling.first == 5 ? try sample + TextEncoding.cp932.encode(family + "\r\n") : sample
  }

  /// 0013 with the spouse, for health insurance alone, and two children who become dependents.
  private static let family: String = {
    var fields = [String](repeating: "", count: 139)
    for (number, text) in [
      1: "2202700", 2: "21", 3: "01", 4: "ｹｲﾄ", 5: "1", 6: "9", 7: "081102", 8: "13",
      9: "ﾐﾀﾑﾗ ｿｳｼﾞ", 10: "三田村　宗次", 11: "5", 12: "550909", 13: "1", 17: "3900000", 21: "1",
      24: "ﾐﾀﾑﾗ ﾜｶ", 25: "三田村　和香", 26: "5", 27: "570416", 28: "2",
      35: "1", 37: "330", 38: "0000", 39: "埼玉県さいたま市見本町１３－４", 44: "9", 45: "081102", 46: "3",
      48: "1", 49: "0", 71: "ﾐﾀﾑﾗ ﾀﾞｲﾁ", 72: "三田村　大地", 73: "7", 74: "200930", 75: "1", 76: "01",
      79: "1", 80: "330", 81: "0000", 82: "埼玉県さいたま市見本町１３－４", 90: "9", 91: "081102", 92: "4",
      94: "0", 95: "4", 104: "ﾐﾀﾑﾗ ｺﾊﾙ", 105: "三田村　小春", 106: "7", 107: "230211", 108: "2",
      109: "01", 112: "1", 113: "330", 114: "0000", 115: "埼玉県さいたま市見本町１３－４", 123: "9",
      124: "081102", 125: "4", 127: "0", 128: "4",
    ] { fields[number - 1] = text }
    return fields.joined(separator: ",")
  }()

  private func filled(_ filling: Filling) throws -> [UInt8] {
    let administrator = try fixture.signIn("admin")
    try Attestation(administrator).attestAllClaimed(reason: "導入前に確認")
    administrator.close()
    let session = try fixture.signIn("hanako")
    defer { session.close() }
    let path = fixture.folder.file(filling.golden)
    try Data(Self.source(filling)).write(to: URL(filePath: path))
    let file = try PrivateRead(path)
    var options = NoticeFillOptions(forms: filling.forms.map { FormCopyID($0) })
    options.leaveBlank = [.notYetIssued, .unverified]
    let made = try NoticeFill(session, options: options).run(
      notices: file.descriptor, into: fixture.folder.file("notices"))
    return try FileBytes.read(made.file.path)
  }

  @Test("every field of every record is as the published table says", arguments: fillings)
  func official(filling: Filling) throws {
    let bytes = try filled(filling)
    let lines = try #require(OfficialNotice.lines(bytes))
    let before = try #require(OfficialNotice.lines(Self.source(filling)))
    #expect(lines.count == before.count && lines.count == filling.first + filling.numbers.count)
    #expect(Array(lines.prefix(filling.first)) == Array(before.prefix(filling.first)))
    let digits = try SampleNumbers.byCode()
    for (place, wanted) in filling.numbers.enumerated() {
      let (row, old) = (lines[filling.first + place], before[filling.first + place])
      #expect(String(decoding: row[0], as: UTF8.self) == wanted.record)
      let table = try OfficialNotice(wanted.record)
      #expect(table.faults(in: row, numbers: Array(wanted.fields.keys)) == [])
      for field in row.indices {
        guard let code = wanted.fields[field + 1] else {
          #expect(row[field] == old[field], "\(wanted.record) #\(field + 1)")
          continue
        }
        #expect(String(decoding: row[field], as: UTF8.self) == digits[code], "\(code)")
        #expect(old[field].isEmpty)
      }
      address(row, wanted.record)
    }
  }

  @Test(
    "the headers of employment insurance are the published names", arguments: fillings.dropFirst())
  func headers(filling: Filling) throws {
    let lines = try #require(OfficialNotice.lines(filled(filling)))
    let names = try lines[filling.first - 1].map {
      try TextEncoding.cp932.decode($0.span).replacing("１", with: "1")
    }
    let table = try OfficialNotice(filling.numbers[0].record)
    #expect(names == table.fields.map { $0.name.replacing("１", with: "1") })
  }

  /// Beside a person's number no address of the person stands; without it there is one.
  private func address(_ row: [[UInt8]], _ record: String) {
    let fields = ["2200700": (13, [29, 30, 31]), "2202700": (14, [18, 19, 20])]
    guard let (number, places) = fields[record] else { return }
    for place in places { #expect(row[number - 1].isEmpty != row[place - 1].isEmpty) }
  }

  @Test("the file is the one that was read and kept", arguments: fillings)
  func golden(filling: Filling) throws {
    #expect(
      try GoldenFile.keeps(
        filled(filling), at: "Tests/CustodyTests/Golden/\(filling.golden)"))
  }

  @Test(
    "the reader finds what is wrong",
    arguments: [
      (5, 13, "123456789019", "check digit"), (5, 13, "12345678901", "not twelve digits"),
      (5, 2, "13", "unknown code"), (5, 10, "4418", "4 bytes"), (5, 7, "漢字", "not kana"),
      (5, 1, "", "empty"), (11, 136, "1", "filled"), (11, 76, "11", "unknown code"),
      (11, 111, "", "not twelve digits"), (7, 16, "6", "unknown code"),
      (7, 15, "0801x1", "not digits"),
    ])
  func reader(line: Int, field: Int, value: String, fault: String) throws {
    let filling = Self.fillings[0]
    var lines = try #require(OfficialNotice.lines(filled(filling)))
    lines[line][field - 1] = Array(value.utf8)
    let wanted = filling.numbers[line - filling.first]
    let found = try OfficialNotice(wanted.record).faults(
      in: lines[line], numbers: Array(wanted.fields.keys))
    #expect(found == ["#\(field): \(fault)"])
  }
}
