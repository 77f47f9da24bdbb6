import Rules
import TestSupport
import Testing
import Text
internal import Wording

@testable import Filings

@Suite("Files of notices")
struct NoticeFileTests {
  @Test("the example of the specification passes, its placeholder numbers dropped unread")
  func example() throws {
    let bytes = try Notices.bytes([Notices.example])
    let file = try Notices.read(bytes, [Notices.dependents], discardNumbers: true)
    #expect(file.mistakes == [])
    #expect(file.discarded == 2)
    #expect(NoticeCheck(file.rows[0], today: Notices.today).mistakes(filled: [14, 29]) == [])
  }

  @Test("a number that is in the file already is refused, at its column, and never shown")
  func numberPresent() throws {
    let mistakes = try Notices.mistakes([Notices.example])
    #expect(mistakes.map(\.rule) == [.numberPresent, .numberPresent])
    #expect(mistakes.map(\.column) == [14, 29] && mistakes.map(\.line) == [6, 6])
    #expect(!"\(mistakes)".contains("1234"))
  }

  @Test("no byte of a number that was dropped is kept")
  func discarded() throws {
    let file = try Notices.read(Notices.bytes([Notices.example]), discardNumbers: true)
    #expect(file.rows[0].passed.bytes == Array(try CP932.encode(Notices.changed() + "\r\n")))
    #expect(file.rows[0].texts[14] == nil && file.rows[0].texts[29] == nil)
  }

  @Test("records without a mistake pass")
  func sound() throws {
    let records = [Notices.acquired(), Notices.lost(), Notices.changed()]
    let file = try Notices.read(Notices.bytes(records))
    #expect(file.mistakes == [])
    #expect(file.head + file.rows.flatMap(\.passed.bytes) == (try Notices.bytes(records)))
  }

  @Test(
    "the samples pass",
    arguments: [
      ("SHFD0006.CSV", Notices.pension, 6),
      ("10101-shutoku.csv", [Notices.insuranceAcquisition], 2),
    ])
  func samples(name: String, forms: [FormCopyID], count: Int) throws {
    let file = try Notices.read(FileBytes.checkout("Samples/\(name)"), forms)
    #expect(file.mistakes == [] && file.rows.count == count)
  }

  private static let acquisitions: [(Int, String, MistakeRule)] = [
    (2, "13", .badValue(allowed: prefectures)),
    (3, "99", .badValue(allowed: "≠ 00, 99")),
    (4, "ケイト", .notASymbol), (4, "000", .notASymbol), (4, "abcde", .tooLong(found: 5, limit: 4)),
    (5, "00000", .onlyZeros), (5, "12a", .notDigits),
    (6, "1234567", .tooLong(found: 7, limit: 6)),
    (7, "", .required), (7, "ﾔﾏﾀﾞﾀﾛｳ", .notParted), (7, "ﾔﾏﾀﾞ  ﾀﾛｳ", .notParted),
    (7, "ヤマダ ﾀﾛｳ", .notHalfKatakana),
    (7, "ｱ ｲｳｴｵｱｲｳｴｵｱｲｳｴｵｱｲｳｴｵｱｲｳｴｵ", .tooLong(found: 26, limit: 25)),
    (8, "山田 太郎", .notParted), (8, "髙田　太郎", .notInJIS(codePoints: ["U+9AD9"])),
    (9, "2", .badValue(allowed: "1, 3, 5, 7, 9")), (10, "600431", .badDate),
    (10, "650101", .badDate),
    (10, "60041", .wrongLength(found: 5, exactly: 6)), (11, "", .required),
    (12, "2", .badValue(allowed: "1, 3, 4, 6, 7")), (16, "1234", .required),
    (17, "123456", .required),
    (19, "081123", .inTheFuture), (20, "2", .badValue(allowed: "0, 1")), (21, "", .required),
    (22, "5001", .sumDiffers), (28, "番号は123456789018", .looksLikeNumber), (33, "1", .forbidden),
    (34, "0", .badValue(allowed: "1")),
  ]

  @Test(
    "a wrong value of an acquisition is told with its column",
    arguments: acquisitions)
  func acquisition(field: Int, value: String, rule: MistakeRule) throws {
    let mistakes = try Notices.mistakes([Notices.acquired([field: value])])
    #expect(mistakes.map(\.rule).contains(rule), "\(mistakes)")
    #expect(mistakes.allSatisfy { $0.line == 6 && $0.column > 0 && !$0.field.isEmpty })
  }

  private static let prefectures =
    "01, 02, 03, 04, 05, 06, 07, 08, 09, 10, 11, 12, 21, 31, 32, 33, 34, 35, 36, 37, 38, 39, 41, "
    + "42, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82"

  private static let losses: [(Int, String, Int, MistakeRule)] = [
    (14, "", 14, .required), (15, "080102", 15, .dayDiffers(days: 1)),
    (16, "", 16, .required), (16, "3", 16, .badValue(allowed: "4, 5, 7, 9, 11")),
    (16, "7", 17, .forbidden), (18, "", 18, .required), (24, "1", 25, .required),
    (25, "9", 26, .required), (27, "1", 6, .forbidden),
  ]

  @Test(
    "a wrong value of a loss is told with its column",
    arguments: losses)
  func loss(field: Int, value: String, column: Int, rule: MistakeRule) throws {
    let mistakes = try Notices.mistakes([Notices.lost([field: value])])
    #expect(mistakes.contains { $0.column == column && $0.rule == rule }, "\(mistakes)")
  }

  private static let changes: [(Int, String, Int, MistakeRule)] = [
    (5, "", 5, .required), (21, "4", 21, .badValue(allowed: "1, 2, 3")),
    (21, "2", 35, .forbidden), (21, "2", 50, .required), (21, "3", 56, .required),
    (23, "", 23, .required), (28, "", 28, .required), (37, "", 37, .required),
    (39, "東京都 杉並区", 39, .badSpace), (46, "5", 47, .required), (70, "1", 70, .forbidden),
    (71, "ｺ ﾄﾞﾓ", 76, .required), (76, "10", 77, .required), (104, "ｺ ﾄﾞﾓ", 71, .required),
    (136, "1", 136, .forbidden), (138, "1", 138, .forbidden), (20, "東京　　都", 20, .badSpace),
  ]

  @Test(
    "a wrong value of a change of dependents is told with its column",
    arguments: changes)
  func dependents(field: Int, value: String, column: Int, rule: MistakeRule) throws {
    let mistakes = try Notices.mistakes([Notices.changed([field: value])])
    #expect(mistakes.contains { $0.column == column && $0.rule == rule }, "\(mistakes)")
  }

  @Test("a change of dependents that names none is refused")
  func nobody() throws {
    let blank = Dictionary(uniqueKeysWithValues: (22...69).map { ($0, "") })
    let mistakes = try Notices.mistakes([Notices.changed(blank)])
    #expect(mistakes.map(\.rule) == [.nobodyNamed])
  }

  @Test("beside a number there is no address; without one there must be one")
  func addresses() throws {
    let home = [29: "100", 30: "0001", 31: "ﾄｳｷﾖｳﾄ"]
    let (bare, housed) = (Notices.acquired(), Notices.acquired(home))
    let file = try Notices.read(Notices.bytes([bare, housed]))
    #expect(file.mistakes == [])
    func columns(_ row: Int, _ filled: Set<Int>) -> [Int] {
      NoticeCheck(file.rows[row], today: Notices.today).mistakes(filled: filled).map(\.column)
    }
    #expect(columns(0, [13]) == [] && columns(0, []) == [29, 30, 31])
    #expect(columns(1, [13]) == [29, 30, 31] && columns(1, []) == [])
  }

  @Test("where a loss has no number, the basic pension number must stand in its place")
  func basicNumber() throws {
    let instead = Notices.lost([12: "1234", 13: "567890"])
    let file = try Notices.read(Notices.bytes([Notices.lost(), instead]))
    let mistakes = file.rows.map {
      NoticeCheck($0, today: Notices.today).mistakes(filled: []).map(\.column)
    }
    #expect(mistakes == [[12], []])
    let half = try Notices.read(Notices.bytes([Notices.lost([13: "567890"])]))
    let beside = NoticeCheck(half.rows[0], today: Notices.today).mistakes(filled: [11])
    #expect(beside.map(\.column) == [12])
  }

  // MARK: The file

  @Test(
    "a line that is not what must stand there stops the reading",
    arguments: [
      (0, "21,01,ｹｲﾄ,001,20170101", MistakeRule.fieldCount(found: 5, expected: [6])),
      (1, "[data]", .notThisRecord(expected: "[kanri]")),
      (1, "", .notThisRecord(expected: "[kanri]")),
      (2, ",001,", .fieldCount(found: 3, expected: [2])),
      (3, "21,01", .fieldCount(found: 2, expected: [12])),
      (4, "[kanri]", .notThisRecord(expected: "[data]")),
    ])
  func frame(line: Int, text: String, rule: MistakeRule) throws {
    var head = Notices.head
    head[line] = text
    let mistakes = try Notices.mistakes(Notices.bytes([Notices.acquired()], head: head))
    #expect(mistakes == [FilingMistake(line: line + 1, rule: rule)])
  }

  @Test(
    "the records of the file are checked too",
    arguments: [
      (0, "21,01,ｹｲﾄ,000,20170101,22223", 4, MistakeRule.onlyZeros),
      (0, "21,01,ｹｲﾄ,001,20170230,22223", 5, .badDate),
      (0, "21,01,ｹｲﾄ,001,20170101,22222", 6, .badValue(allowed: "22223")),
      (0, "21,02,ｹｲﾄ,001,20170101,22223", 2, .otherOffice),
      (2, ",002", 2, .badValue(allowed: "001, 01, 1")),
      (3, "21,01,ｹｲﾄ,123,100,0000,東京都,健保,健保良一,03,1234,5678", 9, .notParted),
      (3, "21,01,ｹｲﾄ,123,100,0000,,健保,健保　良一,03,1234,5678", 7, .required),
    ])
  func records(line: Int, text: String, column: Int, rule: MistakeRule) throws {
    var head = Notices.head
    head[line] = text
    let mistakes = try Notices.mistakes(Notices.bytes([Notices.acquired()], head: head))
    #expect(
      mistakes.contains { $0.line == line + 1 && $0.column == column && $0.rule == rule },
      "\(mistakes)")
  }

  @Test("a record of another office, another form or no form is refused")
  func others() throws {
    let unknown = Notices.record(3, [1: "2225700"])
    let mistakes = try Notices.mistakes(
      Notices.bytes([Notices.acquired([5: "124"]), Notices.lost(), unknown]), [Notices.acquisition])
    #expect(
      mistakes.sorted().map(\.rule) == [
        .otherOffice, .noticeNotAsked(form: "health-pension-loss"),
        .notThisRecord(expected: "2200700, 2201700, 2202700"),
      ])
  }

  @Test("a record with too few or too many fields is refused", arguments: [33, 35])
  func fieldCount(count: Int) throws {
    let mistakes = try Notices.mistakes([Notices.record(count, [1: "2200700"])])
    #expect(mistakes.map(\.rule) == [.fieldCount(found: count, expected: [34])])
  }

  @Test("a file without records is refused")
  func empty() throws {
    #expect(try Notices.mistakes([String]()).map(\.rule) == [.emptyFile])
    #expect(try Notices.mistakes([UInt8]()).map(\.rule) == [.wrongEncoding(expected: "Shift_JIS")])
  }

  @Test("another encoding, bare line feeds and quotes are refused")
  func forms() throws {
    let text = (Notices.head + [Notices.acquired()]).map { $0 + "\r\n" }.joined()
    #expect(
      try Notices.mistakes(Array(text.utf8)).map(\.rule) == [.wrongEncoding(expected: "Shift_JIS")])
    let bare = try Notices.bytes([Notices.acquired()]).filter { $0 != 0x0D }
    #expect(try Notices.mistakes(bare) == [FilingMistake(line: 1, rule: .lineEnding)])
    let quoted = try Notices.mistakes([Notices.acquired([8: "\"山田　太郎\""])])
    #expect(quoted.map(\.rule) == [.quoted])
  }

  @Test("a file that would be too large for the pension office is refused")
  func tooLarge() throws {
    let table = String(
      decoding: try #require(Fixture.file("layouts/pension-notices-2026.tsv")), as: UTF8.self)
    let bytes = try Notices.bytes([Notices.acquired()])
    func mistakes(limit: Int) throws -> [MistakeRule] {
      let small = table.replacing("bytes\t4500000", with: "bytes\t\(limit)")
      let file = try TemporaryFile(bytes)
      return try NoticeFile(
        fileDescriptor: file.descriptor, layout: NoticeLayout(Array(small.utf8), file: "x"),
        forms: Notices.pension, discardNumbers: false, today: Notices.today
      ).mistakes.map(\.rule)
    }
    // The number that is to come has twelve bytes.
    #expect(try mistakes(limit: bytes.count + 11) == [.fileTooLarge(limit: bytes.count + 11)])
    #expect(try mistakes(limit: bytes.count + 12) == [])
  }

  @Test("a file of employment insurance must have its headers, the number's above all")
  func insurance() throws {
    let sample = try FileBytes.checkout("Samples/10101-shutoku.csv")
    let text = try CP932.decode(sample.span)
    let forms = [Notices.insuranceAcquisition]
    let renamed = text.replacing(",個人番号,", with: ",備考,")
    #expect(
      try Notices.mistakes(CP932.encode(renamed), forms).map(\.rule) == [.headerMissing("個人番号")])
    let headless = text.split(separator: "\r\n").dropFirst().map { $0 + "\r\n" }.joined()
    #expect(!(try Notices.mistakes(CP932.encode(headless), forms)).isEmpty)
    let version = text.replacing(",22223,05", with: ",22223,06")
    #expect(
      try Notices.mistakes(CP932.encode(version), forms).map(\.rule) == [.badValue(allowed: "05")])
  }

  @Test("hostile bytes are refused, and never crash")
  func hostile() throws {
    var generator = SplitMix(seed: 6)
    let sound = try Notices.bytes([Notices.acquired(), Notices.lost(), Notices.changed()])
    var sounds = 0
    for _ in 0..<400 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8.random(in: 0x20...0x39, using: &generator), at: place)
        }
      }
      do {
        if try Notices.mistakes(bytes).isEmpty { sounds += 1 }
      } catch FilingError.text {}
    }
    #expect(sounds < 200)
  }
}
