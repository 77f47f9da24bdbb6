import Filings
import Foundation
import Numbers
import People
import Rules
import TestSupport
import Testing
import Typesetting

@Suite("The employee's own copy")
struct RecipientSlipTests {
  private func rules(_ row: [String: String], cast: Cast? = nil) throws -> [MistakeRule] {
    let found = try Fixture.mistakes {
      let drawn = try DrawnCopies.of(row, cast: cast)
      #expect(drawn.mistakes.isEmpty)
    }
    return found.map(\.rule)
  }

  /// The text without white space, since a PDF does not say where a word ends.
  private func text(_ pdf: [UInt8], page: Int = 1) throws -> String {
    try Poppler.text(pdf, page: page).filter { !$0.isWhitespace }
  }

  @Test(
    "no twelve or thirteen digits stand on the copies of the sample company, nor anyone's number",
    arguments: [
      ("payroll-2025.csv", 2025), ("payroll-2025-unified.csv", 2025), ("payroll-2026.csv", 2026),
    ])
  func numberless(name: String, year: Int) throws {
    let drawn = try DrawnCopies.sample(name, year: year)
    #expect(drawn.mistakes.isEmpty && drawn.planned.copies.count == 30)
    #expect(drawn.planned.slots.isEmpty)
    try holdsNoNumber(drawn.pdf)
    try holdsNoNumber(DrawnCopies.sample(name, year: year, .pairs).pdf)
  }

  @Test("nor on any copy in a file of its own, nor on one that a passphrase opens")
  func numberlessEach() throws {
    let drawn = try DrawnCopies.sample("payroll-2025.csv", year: 2025)
    var sheets = try RecipientSheets(drawn.planned.plan, .single)
    for slip in drawn.planned.copies {
      #expect(try sheets.add(slip).isEmpty)
      try holdsNoNumber(sheets.finish())
    }
    let word = Array("correct horse".utf8) + [0]
    let sealed = try ProtectedPDF.protect(drawn.pdf, passphrase: word.span)
    try holdsNoNumber(sealed, passphrase: "correct horse")
  }

  /// Anybody's number would be found, were it cut by spaces, line ends or boxes.
  private func holdsNoNumber(_ pdf: [UInt8], passphrase: String = "") throws {
    let all = try Poppler.text(pdf, passphrase: passphrase)
    #expect(all.contains("源泉徴収票") && all.firstMatch(of: /[0-9０-９]{12}/) == nil)
    let digits = all.compactMap(\.wholeNumberValue).map(String.init).joined()
    let numbers = try SampleNumbers.read().values
    #expect(numbers.count == 48)
    for number in numbers { #expect(!digits.contains(number)) }
    #expect(!digits.contains("5835678256246"))
  }

  @Test("every value of a row stands on its copy, as people write it")
  func values() throws {
    let family: [(String, String, Relationship, String)] = [
      ("1", "見本　花子", .spouse, "1992-05-06"), ("2", "見本　一郎", .child, "2004-01-02"),
      ("3", "見本　二葉", .child, "2015-01-02"),
    ]
    let drawn = try DrawnCopies.of(
      [
        "支払を受ける者－役職名": "課長", "#18": "1234", "#22": "56", "（源泉）控除対象配偶者の有無": "1", "#26": "1",
        "#36": "712345", "#37": "12000", "#38": "80001", "#39": "30002", "#40": "150003",
        "#41": "41004", "#42": "480005", "#43": "15006", "#52": "1", "#59": "1", "#60": "1",
        "#61": "07", "#62": "04", "#63": "01", "#66": "前田商店", "#67": "900007", "#68": "8008",
        "#69": "70009", "#71": "07", "#72": "03", "#73": "31", "#74": "05", "#75": "06",
        "#76": "30",
        "#77": "1", "#78": "150010", "#79": "01", "#80": "25000011", "#85": "3000012",
        "摘要": "定額減税の記載なし", "#87": "87013", "#88": "88014", "#89": "89015", "#90": "90016",
        "#91": "1", "#92": "92017", "#97": "見本　花子", "#101": "見本　一郎", "#117": "見本　二葉",
        "#129": "580018", "#130": "13019", "#135": "630020",
      ], cast: try Rows.cast(family))
    #expect(drawn.mistakes.isEmpty)
    let words = try text(drawn.pdf)
    for value in [
      "令和7年分", "給与所得の源泉徴収票", "東京都千代田区見本町１", "課長", "太郎", "タロウ", "給料", "6,000,000",
      "4,360,000", "1,500,000", "100,000", "1,234", "712,345", "12,000", "80,001", "30,002",
      "150,003",
      "41,004", "480,005", "15,006", "前田商店", "900,007円", "8,008円", "70,009円", "7年3月31日退職",
      "150,010", "25,000,011", "3,000,012", "定額減税の記載なし", "87,013", "88,014", "89,015", "90,016",
      "92,017", "花子", "一郎", "二葉", "580,018", "13,019", "630,020", "平成", "サンプル食品（株）", "特定親族特別控除の額",
    ] { #expect(words.contains(value), "\(value)") }
    let marks = words.filter { $0 == "○" }.count
    #expect(marks == 4, "配偶者 有, その他の障害者, 外国人, 就職")
  }

  @Test("the form of 2024 has no boxes of 特定親族, and stands on its year alone")
  func years() throws {
    let rows = Rows.headed(["支払金額": "5000000"])
    let words = try text(DrawnCopies(rows, year: 2024, cast: Rows.cast()).pdf)
    #expect(words.contains("令和6年分") && !words.contains("特定親族"))
    for year in [2015, 2023] {
      #expect(throws: FilingError.self) {
        _ = try DrawnCopies(rows, year: year, cast: Rows.cast())
      }
    }
    let later = try DrawnCopies(rows, year: 2026, cast: Rows.cast()).planned.plan
    #expect(
      !later.isLayoutVerified
        && later.questions.map(\.id) == ["recipient-2025-columns", "recipient-2025-later"])
  }

  @Test("fonts are embedded as subsets, kanji of registers by fallback")
  func fonts() throws {
    let cast = Cast()
    try cast.add("0001", "髙﨑 𠮷郎", born: "1990-03-04")
    let pdf = try DrawnCopies.of(["支払を受ける者－氏名": "髙﨑 𠮷郎"], cast: cast).pdf
    #expect(try text(pdf).contains("髙﨑𠮷郎"))
    let fonts = try Poppler.fonts(pdf)
    #expect(fonts.allSatisfy { $0.isEmbedded && $0.isSubset && $0.hasUnicode })
    #expect(fonts.contains { $0.name.hasSuffix("IPAmjMincho") })
    #expect(try Poppler.isSound(pdf))
  }

  @Test("copies stand one on half an A4, or two on an A4 with the form of each")
  func paper() throws {
    let two = try DrawnCopies.sample("payroll-2025.csv", year: 2025, .pairs)
    let info = try Poppler.info(two.pdf)
    #expect(info["Pages"] == "15" && info["Page size"]?.contains("(A4)") == true)
    let words = try Poppler.words(two.pdf).filter { $0.text == "受給者生年月日" || $0.text == "（摘要）" }
    #expect(words.filter { $0.text == "（摘要）" }.count == 30)
    let one = try DrawnCopies.sample("payroll-2025.csv", year: 2025)
    #expect(try Poppler.info(one.pdf)["Pages"] == "30")
  }

  @Test("an amount stands in the box of its name")
  func place() throws {
    let words = try Poppler.words(DrawnCopies.of(["源泉徴収税額": "123456"]).pdf)
    let tax = try #require(words.first { $0.text == "123,456" })
    let millimetre = 72 / 25.4
    // The box 源泉徴収税額 of the sheet.
    #expect(tax.right < 143.8 * millimetre && tax.left > 116.7 * millimetre)
    #expect(tax.top > 45.7 * millimetre && tax.bottom < 54.5 * millimetre)
  }

  @Test("a person may stand on one copy alone; a row that voids another has none")
  func twice() throws {
    let mistakes = try Fixture.mistakes {
      _ = try DrawnCopies(
        Rows.headed([[:], ["提出区分": "2"]]), cast: Rows.cast())
    }
    #expect(mistakes.map(\.rule) == [.duplicateRow(firstLine: 2)])
    let drawn = try DrawnCopies(
      Rows.headed([["提出区分": "3"], ["提出区分": "2"]]), cast: Rows.cast())
    #expect(drawn.planned.copies.map(\.line) == [3])
  }

  @Test(
    "who left, or whose heirs it is due to, is told with the day, a month after leaving",
    arguments: [
      ("06", "30", "0", SlipNote.Kind.dueToLeaver(by: day(2025, 7, 31))),
      ("01", "31", "0", .dueToLeaver(by: day(2025, 2, 28))),
      // 31 January 2026 is a Saturday, 3 May 2025 the first of four days on which offices are closed.
      ("12", "31", "0", .dueToLeaver(by: day(2026, 2, 2))),
      ("04", "03", "0", .dueToLeaver(by: day(2025, 5, 7))),
      ("05", "10", "1", .dueToHeirs(by: day(2025, 6, 10))),
    ])
  func due(month: String, date: String, died: String, kind: SlipNote.Kind) throws {
    let drawn = try DrawnCopies.of([
      "#57": died, "#60": "2", "#61": "07", "#62": month, "#63": date,
    ])
    #expect(drawn.planned.notes.map(\.kind) == [kind])
    #expect(drawn.planned.notes.map(\.person.text) == ["0001"])
  }

  @Test("who joined, stays or left in another year is not told so")
  func notDue() throws {
    #expect(try DrawnCopies.of([:]).planned.notes.isEmpty)
    let joined = ["#60": "1", "#61": "07", "#62": "04", "#63": "01"]
    #expect(try DrawnCopies.of(joined).planned.notes.isEmpty)
    let earlier = ["#60": "2", "#61": "06", "#62": "12", "#63": "31"]
    #expect(try DrawnCopies.of(earlier).planned.notes.isEmpty)
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? .last
  }

  @Test("twelve digits that could be a number are refused wherever they stand")
  func number() throws {
    #expect(try rules(["摘要": "番号 123456789018"]) == [.looksLikeNumber])
    #expect(try rules(["支払を受ける者－役職名": "１２３４５６７８９０１８"]) == [.looksLikeNumber])
    let cast = Cast()
    try cast.add("0001", "見本　太郎", born: "1990-03-04") { profile, _ in
      profile.address = "123456789018"
    }
    #expect(try rules(["支払を受ける者－住所又は居所": ""], cast: cast) == [.looksLikeNumber])
  }

  @Test(
    "a corporate number is refused, however it is written",
    arguments: ["5835678256246", "T5835678256246", "５８３５６７８２５６２４６", "5-8356-7825-6246"])
  func corporate(text: String) throws {
    let found = try rules(["摘要": "前職 \(text)"])
    #expect(found.count == 1)
    #expect(found == [.looksLikeNumber] || found == [.looksLikeCorporateNumber])
  }

  @Test(
    "what is no corporate number is let through", arguments: ["03-1234-5678", "2025-04-01 1234"])
  func harmless(text: String) throws { #expect(!CorporateNumber.looksLikeNumber(in: text)) }

  @Test("a long name shrinks to fit; one that cannot is refused with person and item")
  func overlong() throws {
    let long = String(repeating: "長", count: 20)
    let cast = Cast()
    try cast.add("0001", long, born: "1990-03-04")
    #expect(try DrawnCopies.of(["支払を受ける者－氏名": long], cast: cast).mistakes.isEmpty)
    let longer = String(repeating: "長", count: 60)
    let other = Cast()
    try other.add("0001", longer, born: "1990-03-04")
    let mistakes = try DrawnCopies.of(["支払を受ける者－氏名": longer], cast: other).mistakes
    #expect(mistakes.map(\.rule) == [.doesNotFit])
    #expect(mistakes.first?.field == "支払を受ける者－氏名" && mistakes.first?.line == 2)
    let told = "\(mistakes)"
    #expect(told.contains("0001") && !told.contains("長"))
  }

  @Test("a character that no font has, or that turns the writing, is refused by its code point")
  func unprintable() throws {
    for (text, point) in [("課長😀", "U+1F600"), ("課\u{202E}長", "U+202E")] {
      let mistakes = try DrawnCopies.of(["支払を受ける者－役職名": text]).mistakes
      #expect(mistakes.map(\.rule) == [.unprintable(codePoint: point)])
    }
  }

  @Test("an amount that is none is refused")
  func amounts() throws {
    #expect(try rules(["支払金額": "六百万"]).contains(.notDigits))
    #expect(try rules(["源泉徴収税額": ""]) == [.required])
    #expect(try rules(["#38": "12345678901"]).contains(.tooLong(found: 11, limit: 10)))
  }

  @Test(
    "a form that is none is refused with its line",
    arguments: [
      "form\tx\n", head + "item\t17\t1\t1\tx\t5\t8\t5\tright\tmoney\n",
      head + "item\t17\t1\t1\t9\t5\t8\t5\taskew\tmoney\n", head + "box\t1\n",
      head + "item\t17\t1\t1\t9\t5\t8\t5\tright\tnumber-of-a-person\n",
      head + "line\t1\t1\t1\t1\twavy\n", "paper\t1\t1\n",
      // The item of the employee's number.
      head + "item\t95\t1\t1\t9\t5\t8\t5\tright\ttext\n",
    ])
  func malformed(table: String) throws {
    var files = try Fixture.policy().bundle.files.filter { $0.name != "layouts/recipient-2025.tsv" }
    files.append(
      PolicyBundle.File(name: "layouts/recipient-2025.tsv", bytes: Array(table.utf8)))
    let policy = try Policy(bundle: PolicyBundle(files: files))
    #expect(throws: FilingError.self) { _ = try FilingRules(policy: policy) }
  }

  static let head = "form\trecipient-2025\nfrom\t2025\npaper\t148.5\t210\n"
}
