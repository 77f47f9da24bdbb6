import Foundation
import MyNumberKit
import Testing

@Suite("A slip that voids another", .serialized)
struct VoidedSlipTests {
  private let fixture: FilingFixture
  private static let old = "0654170921305"
  private static let new = "214307696819"
  private static let changed = ImportOptions.Replacement.change(
    on: CalendarDate(parsing: "2026-11-01") ?? .first, reason: "漏えいのおそれ")

  private static let name = "unified-2025.csv"
  private static let spouse = "0001,配偶者,1,稲沢　美保子,1971-09-04,○"
  /// The fields of the numbers of 0001 and the two of the family.
  private static let numbers = [95, 99, 103]

  init() throws { fixture = try FilingFixture() }

  private func mistakes(_ body: () throws -> Void) throws -> [MistakeRule] {
    do {
      try body()
      return []
    } catch ExportError.filing(.mistakes(let mistakes)) {
      return mistakes.map(\.rule)
    }
  }

  private func refusal(_ body: () throws -> Void) throws -> (String, Refusal)? {
    do {
      try body()
      return nil
    } catch ExportError.notVoidable(let code, let refusal) {
      return (code.text, refusal)
    }
  }

  @Test("bears the number then written, by the old number's own verification")
  func numberThenWritten() throws {
    try fixture.export()
    try fixture.replace(Self.new, as: Self.changed)
    let files = try fixture.export(try fixture.rows("3"), into: "void")
    #expect(try FilingFixture.column(95, of: files[0].file.path) == [Self.old])
    #expect(try FilingFixture.column(10, of: files[0].file.path) == ["3"])
    let vault = try fixture.vault.open()
    let entries = try vault.entries().map(\.content)
    let reads = entries.filter { $0.action == "read" && $0.person == "0001" }
    #expect(reads.map(\.version) == [1, 1])
    let filed = entries.filter { $0.action == "filed" }
    #expect(filed.map(\.person) == ["0001", "0001-1", "0001-2"])
    #expect(filed.allSatisfy { $0.detail["voided"] == .bool(true) })
    vault.store.close()
  }

  @Test("bears the numbers of the family then written, whatever became of them since")
  func family() throws {
    try fixture.export()
    let before = try Self.numbers.map {
      try FilingFixture.column($0, of: fixture.slips + "/" + Self.name)
    }
    let spouse = ImportOptions.Replacement.change(
      on: try #require(CalendarDate(parsing: "2026-11-01")), reason: "漏えいのおそれ")
    try fixture.replace(Self.new, of: Self.spouse, as: spouse)
    let files = try fixture.export(try fixture.rows("3"), into: "void")
    let after = try Self.numbers.map { try FilingFixture.column($0, of: files[0].file.path) }
    #expect(after == before)
    #expect(before.map(\.first?.isEmpty) == [false, false, false], "of 0001, 0001-1 and 0001-2")
    #expect(Set(before).count == 3 && files[0].uncompared.isEmpty)
    // Without the void mark the spouse's new number stands there, or a blank while it is unverified.
    var options = try FilingFixture.options()
    options.leaveBlank = [.unverified]
    let now = try fixture.export(try fixture.rows("2"), options, into: "now")
    #expect(try FilingFixture.column(99, of: now[0].file.path) != before[1])
  }

  @Test(
    "that differs from the wrong one is refused with the field, and nothing is written",
    arguments: [
      (17, "9600001", "支払金額"), (12, "東京都千代田区見本町１－２－４", "支払を受ける者－住所又は居所"),
      (86, "訂正", "摘要"), (14, "稲沢　恒二郎", "支払を受ける者－氏名"), (139, "131041", "提出先市町村コード"),
    ])
  func other(field: Int, value: String, name: String) throws {
    try fixture.export()
    let rows = try fixture.rows("3", changing: [field: value])
    let error = #expect(throws: ExportError.self) { try fixture.export(rows, into: "void") }
    guard case .filing(.mistakes(let mistakes))? = error else {
      Issue.record("not refused: \(String(describing: error))")
      return
    }
    #expect(mistakes.map(\.rule) == [.notAsFiled])
    #expect(mistakes.map(\.field) == [name] && mistakes.map(\.person?.text) == ["0001"])
    #expect(!FileManager.default.fileExists(atPath: fixture.vault.folder.file("void")))
    let vault = try fixture.vault.open()
    defer { vault.store.close() }
    #expect(try vault.entries().map(\.content).filter { $0.action == "read" }.count == 3)
  }

  @Test("is held against the slip that stands, not against one that was voided before it")
  func chain() throws {
    try fixture.export()
    let right = try fixture.rows("2", changing: [17: "9600002"])
    let both = try fixture.joined([try fixture.rows("3"), right])
    try fixture.export(both, into: "corrected")
    #expect(try mistakes { try fixture.export(try fixture.rows("3"), into: "no") } == [.notAsFiled])
    let void = try fixture.export(
      try fixture.rows("3", changing: [17: "9600002"]), into: "void")
    #expect(void[0].uncompared.isEmpty)
  }

  @Test("of 375 too bears the numbers then written and is held against the record")
  func taxOffice() throws {
    var options = try FilingFixture.options("0003")
    options.copies = [.taxOffice]
    let header = "社員番号,年末調整,税額表区分,種別,支払金額,#19,#20,源泉徴収税額,訂正表示\n"
    func rows(_ mark: String, _ paid: String = "7200000") throws -> String {
      try fixture.vault.folder.write(
        header + "0003,済,甲,給料,\(paid),5380000,1000000,100000,\(mark)\n", as: "x\(mark)\(paid).csv")
    }
    let filed = try fixture.export(try rows("0"), options)
    let change = ImportOptions.Replacement.change(
      on: try #require(CalendarDate(parsing: "2026-11-01")), reason: "漏えいのおそれ")
    let number = try FilingFixture.column(95, of: filed[0].file.path)
    try fixture.replace(Self.new, of: "0003,本人,,鷲尾　達臣,1975-07-19,", as: change)
    let error = try mistakes { try fixture.export(try rows("1", "7200001"), options, into: "no") }
    #expect(error == [.notAsFiled])
    let void = try fixture.export(try rows("1"), options, into: "void")
    #expect(void[0].file.path.hasSuffix("/375dat01.txt") && void[0].uncompared.isEmpty)
    #expect(try FilingFixture.column(10, of: void[0].file.path) == ["1"])
    #expect(try FilingFixture.column(95, of: void[0].file.path) == number)
    #expect(number.first?.count == 13 && number != ["0" + Self.new])
    let (old, new) = (try Data(contentsOf: URL(filePath: filed[0].file.path)), void[0].file.path)
    var fields = try Data(contentsOf: URL(filePath: new)).split(
      separator: 0x2C, omittingEmptySubsequences: false)
    fields[9] = Data("0".utf8)
    #expect(Data(fields.joined(separator: [0x2C])) == old, "every other byte is the wrong one’s")
  }

  @Test("is told where the file with the wrong one was destroyed, or is another one now")
  func destroyed() throws {
    let filed = try fixture.export()
    try Data("x".utf8).write(to: URL(filePath: filed[0].file.path))
    let void = try fixture.export(try fixture.rows("3"), into: "void")
    #expect(void[0].uncompared.map(\.text) == ["0001"])
  }

  @Test("of a unified CSV in UTF-8 is held against the one written in CP932")
  func encodings() throws {
    try fixture.export()
    let rows = try fixture.rows("3", encoding: .utf8)
    let void = try fixture.export(rows, into: "void")
    #expect(void[0].uncompared.isEmpty)
    let other = try fixture.rows("3", changing: [86: "訂正"], encoding: .utf8)
    try fixture.export(try fixture.rows("0"), into: "again")
    #expect(try mistakes { try fixture.export(other, into: "no") } == [.notAsFiled])
  }

  @Test("stands beside the one in its place, which bears the number in use")
  func corrected() throws {
    try fixture.export()
    try fixture.replace(Self.new, as: Self.changed)
    var options = try FilingFixture.options()
    options.leaveBlank = [.unverified]
    let files = try fixture.export(try fixture.rows("3", "2"), options, into: "void")
    // The new number is not verified, which does not matter to the old one.
    #expect(try FilingFixture.column(95, of: files[0].file.path) == [Self.old, ""])
    let again = try fixture.export(try fixture.rows("3"), into: "again")
    #expect(try FilingFixture.column(95, of: again[0].file.path) == [""], "left blank then")
  }

  @Test("needs a slip on the register, which it takes away, or a day")
  func notFiled() throws {
    let rows = try fixture.rows("3")
    #expect(try mistakes { try fixture.export(rows) } == [.notFiled])
    try fixture.export()
    try fixture.export(rows, into: "void")
    #expect(try mistakes { try fixture.export(rows, into: "twice") } == [.notFiled])
    var options = try FilingFixture.options()
    options.numberAsOf = CalendarDate(parsing: "2026-01-31")
    let files = try fixture.export(rows, options, into: "dated")
    #expect(try FilingFixture.column(95, of: files[0].file.path) == [Self.old])
  }

  @Test(
    "bears the number held on a day that is named",
    arguments: [("2026-10-31", "0654170921305"), ("2026-11-22", "")])
  func asOf(day: String, number: String) throws {
    try fixture.export()
    try fixture.replace(Self.new, as: Self.changed)
    var options = try FilingFixture.options()
    options.numberAsOf = CalendarDate(parsing: day)
    options.leaveBlank = [.unverified]
    let files = try fixture.export(try fixture.rows("3"), options, into: "void")
    #expect(try FilingFixture.column(95, of: files[0].file.path) == [number])
  }

  @Test("is refused where the number then written was collected wrongly, and nothing is written")
  func wrong() throws {
    try fixture.export()
    try fixture.replace(Self.new, as: .correction)
    let found = try refusal { try fixture.export(try fixture.rows("3"), into: "void") }
    #expect(found?.0 == "0001" && found?.1 == .versionWrong(1))
    #expect(found?.1.remedy.contains("on paper") == true)
    #expect(!FileManager.default.fileExists(atPath: fixture.vault.folder.file("void")))
    let vault = try fixture.vault.open()
    let last = try vault.entries().map(\.content).last { $0.person == "0001" }
    #expect(last?.outcome == .refused && last?.rule == "version-wrong")
    vault.store.close()
  }

  @Test("is refused where the number then written was destroyed")
  func purged() throws {
    try fixture.export()
    try fixture.replace(Self.new, as: .correction)
    let administrator = try fixture.vault.signIn("admin")
    let code = try PersonCode("0001")
    for event in try #require(try administrator.vault.person(code)).record.events
    where event.kind == .slipFiled { try PersonEvents(administrator).takeBack(event, from: code) }
    _ = try Purge(administrator).run(asOf: administrator.vault.today, acceptPresumed: false)
    administrator.close()
    let rows = try fixture.rows("3")
    #expect(try mistakes { try fixture.export(rows, into: "void") } == [.notFiled], "taken back")
    var options = try FilingFixture.options()
    options.numberAsOf = CalendarDate(parsing: "2026-10-31")
    let found = try refusal { try fixture.export(rows, options, into: "void") }
    #expect(found?.1 == .versionPurged(1) && found?.1.rule == "version-purged")
  }

  @Test("is no slip with another 提出区分 than the record has", arguments: ["4", "x"])
  func unknownKind(mark: String) throws {
    try fixture.export()
    let rules = try mistakes { try fixture.export(try fixture.rows(mark), into: "void") }
    #expect(rules == [mark == "x" ? .notDigits : .badValue(allowed: "0, 1, 2, 3")])
  }
}
