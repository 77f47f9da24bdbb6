import People
import Rules
import TestSupport
import Testing
import Text

@testable import Filings

@Suite("Sheets of figures that go with the slips")
struct SummaryTests {
  @Test(
    "the sample company's municipalities, people and signs",
    arguments: [
      ("payroll-2025.csv", 2025, 4, 5), ("payroll-2025-unified.csv", 2025, 4, 5),
      ("payroll-2026.csv", 2026, 5, 4), ("payroll-2026-unified.csv", 2026, 5, 4),
    ])
  func sampleTowns(name: String, year: Int, yokohama: Int, kawasaki: Int) throws {
    let counted = try Counted.sample(name, year: year)
    #expect(
      counted.lines == [
        "111007 30100306 29 5 0 0 5 0 0 0 0 0 0 0 0",
        "121002 40100307 29 4 0 0 4 0 0 0 0 0 0 0 0",
        "131016 10100301 29 2 1 0 3 0 0 0 0 0 1 0 0",
        "131041 10400302 29 3 0 1 4 0 1 0 0 0 0 0 0",
        "131121 11200303 29 4 0 0 4 0 0 0 0 0 0 0 0",
        "141003 20100304 29 \(yokohama) 0 0 \(yokohama) 0 0 0 0 0 0 0 0",
        "141305 20130305 29 \(kawasaki) 0 0 \(kawasaki) 0 0 0 0 0 0 0 0",
        "271004 50100308 29 1 0 0 1 0 0 0 0 0 0 0 0",
      ])
    #expect(try counted.sheet(.municipality).notes.isEmpty)
  }

  @Test(
    "the sample company's summary table: Ⓐ without the former employer, Ⓑ with it",
    arguments: ["payroll-2025.csv", "payroll-2025-unified.csv"])
  func sampleOffice(name: String) throws {
    let figures = try Counted.sample(name, year: 2025).figures
    #expect(
      figures == [
        "1-a-people": 30, "1-a-untaxed": 4, "1-a-paid": 115_350_000, "1-a-tax": 1_889_700,
        "1-daily-paid": 0, "1-daily-tax": 0, "1-b-people": 4, "1-b-paid": 18_840_000,
        "1-b-tax": 656_600, "1-deferred-people": 0, "1-deferred-tax": 0,
      ])
  }

  @Test(
    "from 2026 on nobody's slip is in Ⓑ but early leavers', and the report counts as the others'")
  func deemed() throws {
    let figures = try Counted.sample("payroll-2026.csv", year: 2026).figures
    #expect(figures["1-a-people"] == 30 && figures["1-b-people"] == 0)
    #expect(figures["1-deemed-people"] == 30 && figures["1-deemed-paid"] == 117_024_000)
    #expect(figures["1-deemed-tax"] == 1_978_250)
    let early = try leaver("08")
    #expect(early.figures["1-b-people"] == 1 && early.figures["1-deemed-people"] == 0)
    #expect(early.figures["1-b-paid"] == 6_000_000)
  }

  /// One person who left on 31 March of 2026, which the vault knows.
  private func leaver(_ year: String) throws -> Counted {
    let cast = Cast()
    try cast.add("0001", "見本　太郎", born: "1990-03-04") { _, record in
      record.leftOn = CalendarDate(year: 2026, month: 3, day: 31)
    }
    let row = ["#60": "2", "#61": year, "#62": "03", "#63": "31"]
    return try Counted.rows([row], year: 2026, cast: cast)
  }

  @Test("one municipality with two designations has two lines, another without one a note")
  func designations() throws {
    let counted = try Counted.rows([
      ["社員番号": "0001", "指定番号": "777"], ["社員番号": "0002"], ["社員番号": "0003"],
      ["社員番号": "0004", "指定番号": "777", "普通徴収理由": "普A"],
      ["社員番号": "0005", "提出先市町村コード": "011002"],
    ])
    #expect(
      counted.lines == [
        "011002  5 1 0 0 1 0 0 0 0 0 0 0 0", "131016 10100301 5 2 0 0 2 0 0 0 0 0 0 0 0",
        "131016 777 5 1 0 1 2 1 0 0 0 0 0 0 0",
      ])
    #expect(try counted.sheet(.municipality).notes.map(\.id) == ["no-designation"])
  }

  @Test("signs in any width, local signs, and none")
  func signs() throws {
    let counted = try Counted.rows([
      ["社員番号": "0001", "普通徴収理由": "普Ｃ"], ["社員番号": "0002", "普通徴収理由": "ａ"],
      ["社員番号": "0003", "普通徴収": "1"], ["社員番号": "0004", "摘要": "普Ｂ　前職あり"],
      ["社員番号": "0005", "普通徴収": "1", "摘要": "普D"],
    ])
    #expect(counted.lines == ["131016 10100301 5 1 0 4 5 0 0 1 1 0 0 1 1"])
    let notes = try counted.sheet(.municipality).notes
    #expect(notes.map(\.id) == ["no-sign", "sign-without-flag"])
    #expect(notes.first?.ja.contains("1人") == true)
  }

  @Test("a leaver of up to 300,000 yen is in Ⓐ, but has no report; a void row counts nowhere")
  func leftOut() throws {
    let left = ["#60": "2", "#61": "07", "#62": "03", "#63": "31"]
    func row(_ code: String, _ paid: String) -> [String: String] {
      left.merging(["社員番号": code, "支払金額": paid]) { $1 }
    }
    let cast = Cast()
    for code in ["0001", "0002", "0003"] {
      try cast.add(code, "見本　太郎", born: "1990-03-04") { _, record in
        record.leftOn = code == "0003" ? nil : CalendarDate(year: 2025, month: 3, day: 31)
      }
    }
    let counted = try Counted.rows(
      [
        row("0001", "300000"), row("0002", "300001"),
        ["社員番号": "0003", "提出区分": "3"], ["社員番号": "0003", "提出区分": "2"],
      ], cast: cast)
    #expect(counted.lines == ["131016 10100301 1 2 0 0 2 0 0 0 0 0 0 0 0"])
    #expect(counted.planned.leftOut.map(\.person.text) == ["0001"])
    #expect(counted.figures["1-a-people"] == 3 && counted.figures["1-a-paid"] == 6_600_001)
    #expect(counted.figures["1-b-people"] == 1)
    #expect(try counted.sheet(.municipality).notes.map(\.id) == ["leaver-special"])
  }

  @Test(
    "the range of the tax office on both of its sides, by column and by role",
    arguments: [
      (["支払金額": "5000000"], 0), (["支払金額": "5000001"], 1),
      (["支払金額": "1500000", "役員": "○"], 0), (["支払金額": "1500001", "役員": "○"], 1),
      (["支払金額": "500000", "年末調整": "未", "税額表区分": "乙", "#23": "4"], 0),
      (["支払金額": "500001", "年末調整": "未", "税額表区分": "乙", "#23": "4"], 1),
      (["支払金額": "2500000", "年末調整": "未"], 0), (["支払金額": "2500001", "年末調整": "未"], 1),
    ])
  func range(row: [String: String], filed: Int) throws {
    let figures = try Counted.rows([row]).figures
    #expect(figures["1-a-people"] == 1 && figures["1-b-people"] == filed)
    let paid = try #require(Int(row["支払金額"] ?? ""))
    #expect(figures["1-a-paid"] == paid && figures["1-b-paid"] == paid * filed)
  }

  @Test("who is paid by the day is in the amounts of Ⓐ, but among no people of it")
  func daily() throws {
    let counted = try Counted.rows([
      ["社員番号": "0001", "年末調整": "未", "税額表区分": "丙", "#23": "4", "支払金額": "90000", "源泉徴収税額": "0"],
      ["社員番号": "0002", "源泉徴収税額": "0"],
    ])
    let figures = counted.figures
    #expect(figures["1-a-people"] == 1 && figures["1-a-untaxed"] == 1)
    #expect(figures["1-a-paid"] == 6_090_000 && figures["1-daily-paid"] == 90_000)
    #expect(counted.lines.first?.hasPrefix("131016 10100301 1 2 ") == true)
  }

  @Test("the former employer's pay is taken off Ⓐ where it is part of the slip, and never below 0")
  func former() throws {
    let counted = try Counted.rows([
      ["社員番号": "0001", "#67": "1000000", "#68": "150000", "#70": "3000"],
      ["社員番号": "0002", "年末調整": "未", "#67": "1000000", "#68": "20000"],
    ])
    let figures = counted.figures
    #expect(figures["1-a-paid"] == 11_000_000 && figures["1-a-tax"] == 100_000)
    #expect(figures["1-b-paid"] == 12_000_000 && figures["1-b-tax"] == 200_000)
    #expect(figures["1-deferred-people"] == 1 && figures["1-deferred-tax"] == 3000)
    #expect(try counted.sheet(.taxOffice).notes.map(\.id) == ["former-unadjusted"])
    let mistakes = try Fixture.mistakes { _ = try Counted.rows([["#67": "6000001"]]) }
    #expect(mistakes.map(\.rule) == [.moreThanWhole])
  }

  @Test("a file of headers alone has no municipality and counts nothing")
  func empty() throws {
    let headers = Array("社員番号,年末調整,税額表区分\n".utf8)
    let counted = try Counted(Fixture.payroll(headers), Cast())
    #expect(counted.lines.isEmpty && counted.figures.values.allSatisfy { $0 == 0 })
    #expect(try !counted.sheet(.municipality).pdf().isEmpty)
    #expect(throws: FilingError.self) { try Fixture.payroll([]) }
  }

  @Test("a row that an export would refuse is refused here, and no slip is lent")
  func refused() throws {
    let mistakes = try Fixture.mistakes {
      _ = try Counted.rows([["支払金額": "12345678901"], ["社員番号": "0002", "提出先市町村コード": "131017"]])
    }
    #expect(mistakes.map(\.rule) == [.tooLong(found: 11, limit: 10), .badCheckDigit])
    #expect(try Counted.rows([[:]]).planned.rows.isEmpty)
  }

  @Test("totals too large to count are refused, not wrapped around")
  func overflow() throws {
    var sum = YenSum()
    try sum.add(.max - 1)
    try sum.add(1)
    #expect(sum.value == .max)
    #expect(throws: FilingError.totalTooLarge) { try sum.add(1) }
    var paid = PaidSum()
    try paid.add(paid: 1, tax: .max)
    #expect(throws: FilingError.totalTooLarge) { try paid.add(paid: 1, tax: 1) }
  }

  @Test("the sheets on paper say how each figure is counted and what is open, and bear no number")
  func paper() throws {
    let counted = try Counted.sample("payroll-2025.csv", year: 2025)
    for kind in SummaryKind.allCases {
      let sheet = try counted.sheet(kind)
      let pdf = try sheet.pdf()
      let text = try Poppler.text(pdf)
      let words = text.filter { !$0.isWhitespace }
      #expect(words.contains("令和7年分") && words.contains("サンプル食品（株）"))
      #expect(text.firstMatch(of: /\d{12}/) == nil)
      for question in sheet.questions {
        let printed = question.ja.replacing("Ⓐ", with: "[A]").replacing("Ⓑ", with: "[B]")
        #expect(words.contains(printed.filter { !$0.isWhitespace }))
      }
      for figure in sheet.legend {
        #expect(words.contains(figure.countedJa.filter { !$0.isWhitespace }))
      }
      if kind == .taxOffice { #expect(words.contains("115,350,000")) }
    }
  }

  @Test("every figure of a form says how it is counted, with a trust mark")
  func forms() throws {
    let policy = try Fixture.policy()
    for kind in SummaryKind.allCases {
      let form = try Fixture.rules().summary(kind, of: policy)
      for figure in form.figures {
        #expect(!figure.countedJa.isEmpty && !figure.countedEn.isEmpty)
        #expect(figure.source.contains(/^[PS3MD]:/), "\(figure.id)")
      }
    }
  }

  @Test(
    "a table of figures that is not one is refused",
    arguments: ["", "worksheet\ta\tb\tc", "figure\ta", "worksheet\ta\tb\tc\nquestion\ta\tx\tb\tc"])
  func badForms(text: String) {
    #expect(throws: FilingError.self) { try SummaryForm(Array(text.utf8), file: "x") }
  }
}
