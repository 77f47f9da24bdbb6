import Foundation
import MyNumberKit
import Testing

@Suite("Records beside the slips", .serialized)
struct RecordExportTests {
  private let fixture: VaultFixture

  static let people = """
    社員番号,区分,続柄,氏名,住所,個人番号,個人番号なしの理由,番号確認書類,身元確認書類,確認方法,確認日,利用目的,支払区分,支払見込額
    E1,従業員,本人,試験　一,東京都千代田区見本町1,858319664372,,個人番号カード,個人番号カード,対面,2026-04-01,tax-withholding;retirement-income,,
    E2,従業員,本人,試験　二,東京都千代田区見本町2,487861614707,,個人番号カード,個人番号カード,対面,2026-04-01,tax-withholding,,
    E3,従業員,本人,試験　三,東京都千代田区見本町3,,refused,,,,,tax-withholding;retirement-income,,
    E4,従業員,本人,試験　四,東京都千代田区見本町4,916441504700,,,,記録なし,2016-04-01,tax-withholding;retirement-income,,
    P1,支払先,,試験　五,東京都千代田区見本町5,654170921305,,個人番号カード,個人番号カード,対面,2026-04-01,,fees,100000以上
    P2,支払先,,試験　六,東京都千代田区見本町6,066096536136,,個人番号カード,個人番号カード,対面,2026-04-01,,fees,60000

    """

  init() throws {
    fixture = try VaultFixture()
    let officer = try fixture.signIn("hanako")
    try officer.importFile(try fixture.folder.write(Self.people, as: "people.csv"))
    officer.close()
    let administrator = try fixture.signIn("admin")
    let samples = VaultFixture.repository + "/Samples/"
    try Employer(administrator).set(
      [UInt8](try Data(contentsOf: URL(filePath: samples + "employer.yaml"))),
      designations: [UInt8](try Data(contentsOf: URL(filePath: samples + "designations.csv"))))
    administrator.close()
  }

  private static let header =
    "社員番号,支払年月日,就職年月日,退職年月日,#15,#16,退職所得控除額,勤続年数\n"

  static func retired(_ codes: String...) -> String {
    header
      + codes.map { "\($0),2026-04-30,2006-04-01,2026-03-31,15000000,158000,8000000,20\n" }.joined()
  }

  @discardableResult
  private func export(
    _ kind: RecordKind, _ text: String, as user: String = "keiko", into folder: String = "out",
    leaving: Set<NoNumberReason> = [], year: Int = 2026, people: Set<PersonCode>? = nil,
    asOf: String? = nil
  ) throws -> ExportedRecords {
    let session = try fixture.signIn(user)
    defer { session.close() }
    let file = try PrivateRead(try fixture.folder.write(text, as: "records.csv"))
    var options = RecordExportOptions(incomeYear: year)
    options.leaveBlank = leaving
    options.people = people
    options.numberAsOf = asOf.flatMap { CalendarDate(parsing: $0) }
    return try RecordExport(session, kind, options: options).run(
      records: file.descriptor, into: fixture.folder.file(folder))
  }

  private func entries() throws -> [EntryContent] {
    let vault = try fixture.open()
    defer { vault.store.close() }
    return try vault.entries().map(\.content)
  }

  private func record(_ code: String) throws -> PersonRecord {
    let vault = try fixture.open()
    defer { vault.store.close() }
    return try #require(try vault.person(PersonCode(code))?.record)
  }

  private func fields(_ path: String) throws -> [[String]] {
    let data = try Data(contentsOf: URL(filePath: path))
    return String(decoding: data, as: UTF8.self).split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("a retirement slip is read for its own purpose, registered, and its payment is an event")
  func retirement() throws {
    let exported = try export(.retirement, Self.retired("E1"))
    let file = try #require(exported.file)
    #expect(file.rows == 1 && file.numbers == 1 && file.path.hasSuffix("/316dat01.txt"))
    let fields = try #require(try fields(file.path).first)
    #expect(fields.count == 41 && fields[37] == "0858319664372" && fields[36] == "5835678256246")
    let log = try entries()
    let read = try #require(log.first { $0.action == "read" })
    #expect(read.purpose == "retirement-income" && read.form == "retirement-slip-tax-office")
    #expect(read.person == "E1")
    #expect(log.contains { $0.action == "export" && $0.form == "retirement-slip-tax-office" })
    let events = try record("E1").events.filter { $0.basis == .derived }
    #expect(events.map(\.kind) == [.slipFiled, .retirementPaid])
    #expect(events.last?.date?.isoText == "2026-04-30")
    #expect(events.first?.year == 2026)
    // The same slip once more adds nothing.
    try export(.retirement, Self.retired("E1"), into: "again")
    #expect(try record("E1").events.filter { $0.basis == .derived } == events)
  }

  @Test("people without a usable number stop the filing once, and nothing is written")
  func blocked() throws {
    let error = #expect(throws: ExportError.self) {
      _ = try export(.retirement, Self.retired("E1", "E3", "E4"))
    }
    guard case .blocked(let missing)? = error else {
      Issue.record("not blocked: \(String(describing: error))")
      return
    }
    #expect(missing.map(\.person.text) == ["E3", "E4"])
    #expect(missing.map(\.reason) == [.refused, .unverified])
    let log = try entries()
    #expect(log.allSatisfy { $0.action != "read" })
    #expect(log.filter { $0.action == "export" && $0.outcome == .refused }.count == 2)
    #expect(!FileManager.default.fileExists(atPath: fixture.folder.file("out")))
  }

  @Test(
    "blanks that are allowed are journalled, and the others' numbers stand in their own records")
  func blanks() throws {
    let exported = try export(
      .retirement, Self.retired("E3", "E1", "E4"), leaving: [.refused, .unverified])
    let file = try #require(exported.file)
    #expect(file.rows == 3 && file.numbers == 1 && file.blanks.count == 2)
    #expect(try fields(file.path).map { $0[37] } == ["", "0858319664372", ""])
    #expect(try entries().filter { $0.action == "blank" }.map(\.person) == ["E3", "E4"])
  }

  @Test("a purpose that was not declared, and a user without its key, are refused with an entry")
  func undeclared() throws {
    for (user, code) in [("keiko", "E2"), ("hanako", "E1")] {
      let error = #expect(throws: ExportError.self) {
        _ = try export(.retirement, Self.retired(code), as: user)
      }
      guard case .custody(let failure)? = error else {
        Issue.record("not refused: \(String(describing: error))")
        return
      }
      #expect(failure.exitStatus == 77)
    }
    #expect(try entries().filter { $0.outcome == .refused }.count == 2)
    #expect(!FileManager.default.fileExists(atPath: fixture.folder.file("out/316dat01.txt")))
  }

  @Test("the number of a payee at or below the limit is neither opened nor written")
  func payments() throws {
    let exported = try export(
      .payment,
      """
      社員番号,支払区分,区分,細目,支払金額,源泉徴収税額
      P1,fees,原稿料,社内報,50001,5105
      P2,fees,原稿料,社内報,50000,5105

      """)
    let file = try #require(exported.file)
    #expect(file.rows == 1 && file.numbers == 1)
    let bytes = String(
      decoding: try Data(contentsOf: URL(filePath: file.path)), as: UTF8.self)
    #expect(bytes.contains("0654170921305") && !bytes.contains("066096536136"))
    let reads = try entries().filter { $0.action == "read" }
    #expect(reads.map(\.person) == ["P1"] && reads.map(\.purpose) == ["payment-records"])
    #expect(try record("P1").events.map(\.kind) == [.slipFiled, .paid])
    #expect(try record("P2").events.isEmpty)
  }

  @Test("where nobody's record is filed, no file is made and nothing is registered")
  func nobody() throws {
    let exported = try export(
      .payment,
      "社員番号,支払区分,区分,支払金額\nP2,fees,原稿料,50000\n")
    #expect(exported.file == nil)
    #expect(try entries().allSatisfy { $0.action != "export" && $0.action != "read" })
    #expect(!FileManager.default.fileExists(atPath: fixture.folder.file("out")))
  }

  @Test("an employee is no payee, and years to come are no income years")
  func misplaced() throws {
    let rows = "社員番号,支払区分,区分,支払金額\nE1,fees,原稿料,60000\n"
    for (text, year) in [(rows, 2026), (rows, 2027), (rows, 2015)] {
      let error = #expect(throws: ExportError.self) {
        _ = try export(.payment, text, year: year)
      }
      guard case .custody(let failure)? = error else {
        Issue.record("not refused: \(String(describing: error))")
        return
      }
      #expect(failure.exitStatus == (year == 2026 ? 77 : 64))
    }
  }

  @Test("a summary counts from the same files, opening nothing")
  func summary() throws {
    let session = try fixture.signIn("keiko")
    defer { session.close() }
    let options = SlipExportOptions(incomeYear: 2026)
    let summary = SlipSummary(session, options: options)
    let retired = try PrivateRead(
      try fixture.folder.write(Self.retired("E1", "E3"), as: "retired.csv"))
    let payroll = try PrivateRead(
      try fixture.folder.write("社員番号,年末調整,税額表区分\n", as: "payroll.csv"))
    let sheets = try summary.run(
      [.taxOffice], payroll: payroll.descriptor,
      retirement: try summary.totals(.retirement, of: retired.descriptor), told: { _ in })
    let sheet = try #require(sheets.first)
    var values: [String: Int] = [:]
    for row in sheet.rows {
      guard case .text(let id) = row[0], case .count(let value) = row[3] else { continue }
      values[id] = value
    }
    #expect(values["2-a-people"] == 2 && values["2-b-people"] == 2)
    #expect(values["2-b-paid"] == 30_000_000 && values["2-b-tax"] == 316_000)
    #expect(values["1-a-people"] == 0)
    #expect(sheet.notes.map(\.id) == ["payments-missing"])
    #expect(try entries().allSatisfy { $0.action != "read" })
  }

  private func mistakes(_ body: () throws -> Void) throws -> [MistakeRule] {
    do {
      try body()
      return []
    } catch ExportError.filing(.mistakes(let mistakes)) {
      return mistakes.map(\.rule)
    }
  }

  /// Puts another number in the place of somebody's.
  private func change(_ code: String, _ name: String) throws {
    let session = try fixture.signIn("hanako")
    defer { session.close() }
    var options = ImportOptions()
    options.replacement = .change(
      on: try #require(CalendarDate(parsing: "2026-11-01")), reason: "番号法7条2項")
    let text = "社員番号,氏名,個人番号,番号確認書類,身元確認書類,確認方法,確認日\n\(code),\(name),214307696819,"
    try session.importFile(
      try fixture.folder.write(
        text + "個人番号カード,個人番号カード,対面,2026-11-10\n", as: "changed.csv"), options)
  }

  private static let voiding = """
    社員番号,支払年月日,就職年月日,退職年月日,#15,#16,退職所得控除額,勤続年数,訂正表示
    E1,2026-04-30,2006-04-01,2026-03-31,15000000,158000,8000000,20,1
    E1,2026-04-30,2006-04-01,2026-03-31,15000000,160000,8000000,20,

    """

  private static let voided = voiding.split(separator: "\n").prefix(2).joined(separator: "\n")

  @Test(
    "a slip of retirement pay is voided with the number then written, beside the one in its place")
  func voidedRetirement() throws {
    try export(.retirement, Self.retired("E1"))
    try change("E1", "試験　一")
    let file = try #require(try export(.retirement, Self.voiding, into: "void").file)
    let rows = try fields(file.path)
    #expect(rows.map { $0[9] } == ["1", "0"])
    #expect(rows.map { $0[37] } == ["0858319664372", "0214307696819"])
    #expect(try entries().filter { $0.action == "read" }.map(\.version) == [1, 1, 2])
    // The one in its place stands now, so that it is voided next.
    #expect(
      try mistakes { try export(.retirement, Self.voided, into: "no") } == [.notAsFiled],
      "it is not the one that stands")
    let corrected = Self.voided.replacing("158000", with: "160000")
    let next = try #require(try export(.retirement, corrected, into: "next").file)
    #expect(try fields(next.path).map { $0[37] } == ["0214307696819"])
    #expect(try mistakes { try export(.retirement, corrected, into: "no") } == [.notFiled])
  }

  @Test("a record that differs in one field from the one it voids is refused, with that field")
  func otherRecord() throws {
    try export(.retirement, Self.retired("E1"))
    for (old, new, field) in [
      ("2006-04-01", "2006-05-01", "就職年月日－月"), (",20,", ",21,", "勤続年数"),
      ("15000000", "15000001", "法201条第1項第1号適用分－支払金額"),
    ] {
      let error = #expect(throws: ExportError.self) {
        try export(.retirement, Self.voided.replacing(old, with: new), into: "no")
      }
      guard case .filing(.mistakes(let mistakes))? = error else {
        Issue.record("not refused")
        return
      }
      #expect(mistakes.map(\.rule) == [.notAsFiled] && mistakes.map(\.field) == [field])
      #expect(mistakes.map(\.line) == [2] && mistakes.map(\.person?.text) == ["E1"])
    }
    #expect(!FileManager.default.fileExists(atPath: fixture.folder.file("no")))
  }

  @Test("where the file with the wrong record is gone or another, that is told, not guessed")
  func uncompared() throws {
    let first = try #require(try export(.retirement, Self.retired("E1")).file)
    try FileManager.default.removeItem(atPath: first.path)
    let void = try export(.retirement, Self.voided, into: "void")
    #expect(void.uncompared.map(\.text) == ["E1"])
    let dated = try export(.retirement, Self.voided, into: "dated", asOf: "2026-05-31")
    #expect(dated.uncompared.map(\.text) == ["E1"], "the register decides nothing here")
    let right = try export(.retirement, Self.retired("E1"), into: "right")
    #expect(right.uncompared.isEmpty)
  }

  @Test("what the register does not know is voided with the number of a day, and needs one")
  func notRegistered() throws {
    try change("E1", "試験　一")
    #expect(try mistakes { try export(.retirement, Self.voiding) } == [.notFiled])
    let file = try #require(
      try export(.retirement, Self.voiding, asOf: "2026-05-31").file)
    #expect(try fields(file.path).map { $0[37] } == ["0858319664372", "0214307696819"])
  }

  @Test("a payment record is voided whatever the limit, as often as it was filed")
  func voidedPayment() throws {
    let header = "社員番号,支払区分,区分,細目,支払金額,源泉徴収税額,訂正表示\n"
    try export(.payment, header + "P1,fees,原稿料,社内報,50001,5105,\n")
    try change("P1", "試験　五")
    let other = header + "P1,fees,原稿料,社内報,40000,5105,1\n"
    #expect(try mistakes { try export(.payment, other, into: "no") } == [.notAsFiled])
    // Above the limit when it was filed, it is voided whatever the limit is.
    let text = header + "P1,fees,原稿料,社内報,50001,5105,1\nP1,fees,原稿料,社内報,60000,6126,\n"
    let file = try #require(try export(.payment, text, into: "void").file)
    let bytes = String(decoding: try Data(contentsOf: URL(filePath: file.path)), as: UTF8.self)
    #expect(file.rows == 2 && bytes.contains("0654170921305") && bytes.contains("0214307696819"))
    #expect(
      try mistakes {
        try export(.payment, header + "P2,fees,原稿料,社内報,60000,6126,1\n", into: "no")
      } == [.notFiled])
  }

  @Test("a filing is narrowed to people, who must stand in the file")
  func narrowed() throws {
    let one = Set([try PersonCode("E1")])
    let file = try #require(
      try export(.retirement, Self.retired("E3", "E1", "E4"), people: one).file)
    #expect(file.rows == 1)
    #expect(try entries().filter { $0.action == "read" }.map(\.person) == ["E1"])
    let error = #expect(throws: ExportError.self) {
      _ = try export(.retirement, Self.retired("E3", "E4"), into: "no", people: one)
    }
    guard case .notInPayroll(let missing)? = error else {
      Issue.record("not told: \(String(describing: error))")
      return
    }
    #expect(missing.map(\.text) == ["E1"])
  }
}
