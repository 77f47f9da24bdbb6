import Numbers
import People
import Rules
import TestSupport
import Testing
import Text

@testable import Filings

@Suite("Payment records of fees (309)")
struct PaymentRecordTests {
  private static func row(
    _ paid: String, kind: String = "fees", code: String = "P001",
    _ changes: [String: String] = [:]
  ) -> [String: String] {
    [
      "社員番号": code, "支払区分": kind, "区分": "原稿料", "細目": "社内報", "支払金額": paid, "源泉徴収税額": "10210",
    ].merging(changes) { $1 }
  }

  private func cast() throws -> Cast {
    let cast = Cast()
    for code in ["P001", "P002"] {
      try cast.add(code, "三雲　佳澄") { profile, record in
        record.kind = .payee
        profile.address = "東京都世田谷区見本町32-1"
      }
    }
    return cast
  }

  private func plan(
    _ rows: [[String: String]], year: Int = 2026, cast: Cast? = nil
  ) throws -> PlannedRecords {
    try PlannedRecords(.payment, rows, year: year, try cast ?? self.cast())
  }

  private func rules(_ rows: [[String: String]]) throws -> [MistakeRule] {
    try Fixture.mistakes { _ = try plan(rows) }.map(\.rule)
  }

  @Test("a record has each value in its field, 53 of them")
  func golden() throws {
    let planned = try plan([Self.row("100000", ["未払金額": "20000", "未徴収税額": "2042", "摘要": "年4回"])])
    let record = try #require(try planned.fields().first)
    var expected = [String](repeating: "", count: 53)
    for (field, value) in [
      1: "309", 2: "0110100123", 4: "東京都千代田区丸の内１－１－１", 5: "サンプル食品（株）", 6: "03-0000-0000", 10: "0",
      11: "08", 12: "東京都世田谷区見本町３２－１", 13: "0", 14: "三雲　佳澄", 15: "原稿料", 16: "社内報", 17: "100000",
      18: "20000", 19: "10210", 20: "2042", 51: "年４回", 52: "5835678256246", 53: "0123456789018",
    ] { expected[field - 1] = value }
    #expect(record == expected)
  }

  @Test("a number left blank leaves a space in the last field, which may not be empty")
  func blank() throws {
    let record = try #require(try plan([Self.row("100000")]).fields(nil).first)
    #expect(record.count == 53 && record[52] == " ")
  }

  @Test("the table has the fields of the official form, each with its trust mark")
  func layout() throws {
    let layout = try plan([Self.row("100000")]).plan.layout
    #expect(layout.fields.count == 53 && layout.numberWidth == 13)
    #expect(layout.fields.filter { $0.owner != nil }.map(\.number) == [52, 53])
    #expect(layout.fields.filter { !$0.source.hasPrefix("P:") }.isEmpty)
    #expect(!layout.questions.isEmpty)
  }

  @Test(
    "a record is filed above its limit and no number asked for at or below it",
    arguments: [
      ("fees", "50000", 0), ("fees", "50001", 1), ("報酬・料金等", "50,001", 1),
      ("fees-of-agents", "500000", 0), ("fees-of-agents", "500001", 1), ("fees", "0", 0),
    ])
  func limits(kind: String, paid: String, filed: Int) throws {
    let quoted = paid.contains(",") ? "\"\(paid)\"" : paid
    let cast = try cast()
    let planned = try plan([Self.row(quoted, kind: kind)], cast: cast)
    #expect(planned.lines.count == filed && planned.leftOut.count == 1 - filed)
    #expect(planned.people == (filed == 1 ? ["P001"] : []))
    // Nobody below the limit is even looked up.
    #expect(cast.asked.isEmpty == (filed == 0))
    #expect(planned.figures.map(\.isFiled) == [filed == 1])
  }

  @Test("the limit is held against the year's sum of a kind, not against one payment")
  func sums() throws {
    let split = try plan([Self.row("30000"), Self.row("20001")])
    #expect(split.lines.count == 1 && split.leftOut.isEmpty)
    let record = try #require(try split.fields().first)
    #expect(record[16] == "30000" && record[22] == "20001" && record[20] == "原稿料")
    let below = try plan([Self.row("30000"), Self.row("20000")])
    #expect(below.lines.isEmpty && below.leftOut.map(\.atMostYen) == [50_000])
  }

  @Test("of two kinds only the one above its own limit stands on the record")
  func kinds() throws {
    let planned = try plan([
      Self.row("60000"), Self.row("500000", kind: "fees-of-agents", ["区分": "外交員報酬"]),
    ])
    let record = try #require(try planned.fields().first)
    #expect(record[16] == "60000" && record[20] == "" && record[22] == "")
    #expect(planned.leftOut.map(\.atMostYen) == [500_000])
    #expect(planned.figures.map(\.isFiled) == [true, false])
  }

  @Test("the seventh content goes on another record of the same payee")
  func seven() throws {
    let planned = try plan((1...7).map { Self.row("\($0)0000") })
    let records = try planned.fields()
    #expect(records.count == 2 && planned.people == ["P001", "P001"])
    #expect(records[0][46] == "60000" && records[1][16] == "70000" && records[1][20] == "")
  }

  @Test("payees stand one after another; one who comes again is refused")
  func order() throws {
    let planned = try plan([Self.row("60000"), Self.row("70000", code: "P002")])
    #expect(planned.people == ["P001", "P002"])
    let found = try rules([
      Self.row("60000"), Self.row("70000", code: "P002"), Self.row("60000"),
    ])
    #expect(found == [.duplicateRow(firstLine: 2)])
  }

  @Test("a corporation's public number is written, and nobody is asked for")
  func corporation() throws {
    let cast = try cast()
    let company = [
      "法人番号": "5835678256246", "支払を受ける者－氏名又は名称": "見本物産（株）", "住所": "東京都新宿区見本町９",
    ]
    let planned = try plan([Self.row("60000", code: "C1", company)], cast: cast)
    let record = try #require(try planned.fields().first)
    #expect(record[52] == "5835678256246" && record[13] == "見本物産（株）")
    #expect(cast.asked.isEmpty && planned.people.isEmpty)
    #expect(planned.figures.map(\.isIndividual) == [false])
    let unnamed = try rules([Self.row("60000", code: "C1", ["法人番号": "5835678256246"])])
    #expect(unnamed == [.required, .required])
  }

  @Test(
    "a person's number in the corporate column is refused",
    arguments: ["123456789018", "0123456789018", "5835678256247", "法人"])
  func notCorporate(text: String) throws {
    #expect(try rules([Self.row("60000", ["法人番号": text])]).first == .notACorporateNumber)
  }

  @Test(
    "what is missing or ill-shaped stops the export",
    arguments: [
      (["支払区分": ""], [.required]),
      (
        ["支払区分": "rent"],
        [.badValue(allowed: "fees (報酬・料金等), fees-of-agents (外交員・集金人・検針人の報酬、診療報酬、ホステス等の報酬、広告宣伝の賞金)")]
      ),
      (["支払金額": ""], [.required]), (["支払金額": "多額"], [.notDigits]),
      (["支払金額": "10000000000"], [.tooLong(found: 11, limit: 10)]), (["区分": ""], [.required]),
      (["区分": "原稿料原稿料原稿料原稿"], [.tooLong(found: 11, limit: 10)]),
      (["未払金額": "60001"], [.moreThanWhole]), (["未徴収税額": "10211"], [.moreThanWhole]),
      (["#21": "原稿料"], [.forbidden]), (["社員番号": "P009"], [.unknownPerson]),
      (["氏名又は名称": "別人"], [.nameOfAnother]), (["個人番号": "1"], [.numberPresent]),
      (["摘要": "123456789018"], [.looksLikeNumber]),
    ] as [([String: String], [MistakeRule])])
  func mistakes(changes: [String: String], expected: [MistakeRule]) throws {
    #expect(try rules([Self.row("60000", changes)]) == expected)
  }

  @Test("the figures of the summary table count all payees and those filed, by kind")
  func summary() throws {
    let planned = try plan([
      Self.row("60000"), Self.row("40000", code: "P002"),
      Self.row(
        "70000", code: "C1",
        ["法人番号": "5835678256246", "氏名又は名称": "見本物産（株）", "住所": "東京都新宿区見本町９", "区分": "広告料"]),
    ])
    var totals = RecordTotals()
    for figures in planned.figures { try totals.add(figures) }
    let figures = totals.payments.map { "\($0.key) \($0.id) \($0.value)" }
    #expect(
      figures == [
        "原稿料 3-a-individuals 2", "原稿料 3-a-others 0", "原稿料 3-a-paid 100000",
        "原稿料 3-a-tax 20420", "原稿料 3-b-people 1", "原稿料 3-b-paid 60000", "原稿料 3-b-tax 10210",
        "広告料 3-a-individuals 0", "広告料 3-a-others 1", "広告料 3-a-paid 70000",
        "広告料 3-a-tax 10210", "広告料 3-b-people 1", "広告料 3-b-paid 70000", "広告料 3-b-tax 10210",
      ])
    #expect(RecordTotals().retirement.map(\.value) == [0, 0, 0, 0, 0, 0])
  }
}
