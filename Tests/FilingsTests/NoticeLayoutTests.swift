import People
import Rules
import Testing

@testable import Filings

@Suite("Layouts of notices")
struct NoticeLayoutTests {
  @Test("the records have the official numbers of fields, and their number columns")
  func counts() throws {
    var counts: [String: Int] = [:]
    var columns: [String: [Int]] = [:]
    for record in try Notices.rules().layouts.flatMap(\.records) {
      counts[record.record] = record.fields.count
      columns[record.record] = record.fields.filter { $0.owner != nil }.map(\.number)
      #expect(record.numberWidth == 12)
    }
    #expect(
      counts == ["2200700": 34, "2201700": 27, "2202700": 139, "10101": 61, "10191": 55])
    #expect(
      columns == [
        "2200700": [13], "2201700": [11], "2202700": [14, 29, 78, 111], "10101": [3], "10191": [3],
      ])
  }

  @Test("what the sources leave open is asked, in both languages")
  func questions() throws {
    for layout in try Notices.rules().layouts {
      #expect(layout.questions.count > 2)
      #expect(layout.questions.allSatisfy { !$0.ja.isEmpty && !$0.en.isEmpty })
    }
  }

  @Test("each form stands in one file")
  func forms() throws {
    #expect(try Notices.layout(Notices.pension).fileName == "SHFD0006.CSV")
    #expect(try Notices.layout([Notices.insuranceAcquisition]).fileName == "10101-shutoku.csv")
    #expect(try Notices.layout([Notices.insuranceLoss]).fileName == "10191-soshitsu.csv")
  }

  @Test(
    "forms without a layout, and forms of two files, are refused",
    arguments: [
      [], ["withholding-slip-municipality"], ["health-pension-number-change"],
      ["health-pension-loss", "employment-insurance-loss"], ["category3-notice"],
    ])
  func unknown(forms: [String]) throws {
    let forms = forms.map { FormCopyID($0) }
    #expect(throws: FilingError.noNoticeLayout(forms)) { _ = try Notices.layout(forms) }
  }

  @Test("a layout is not used before its first day")
  func early() throws {
    let day = try #require(CalendarDate(year: 2026, month: 2, day: 28))
    #expect(throws: FilingError.noNoticeLayout([Notices.loss])) {
      _ = try Notices.rules().layout(for: [Notices.loss], on: day)
    }
    #expect(try Notices.rules().layout(for: [Notices.loss], on: day.adding(days: 1)).name != "")
  }

  @Test("a policy without the tables is told so")
  func missing() {
    let error = FilingError.badLayout(
      file: "layouts/pension-notices-", line: 0, message: "the policy has no such file")
    #expect(throws: error) { _ = try NoticeRules(files: []) }
  }

  @Test("the layout of a new version is one more file, in force from its day on")
  func newVersion() throws {
    let files = try Fixture.policy().bundle.files
    let known = try #require(files.first { $0.name == "layouts/pension-notices-2026.tsv" })
    let text = String(decoding: known.bytes, as: UTF8.self)
      .replacing("notice\tpension-2026", with: "notice\tpension-2028")
      .replacing("from\t2026-03-01", with: "from\t2028-03-01")
    let added = PolicyBundle.File(
      name: "layouts/pension-notices-2028.tsv", bytes: Array(text.utf8))
    let rules = try NoticeRules(files: files + [added])
    for (day, name) in [("2028-02-29", "pension-2026"), ("2028-03-01", "pension-2028")] {
      let layout = try rules.layout(
        for: Notices.pension, on: try #require(CalendarDate(parsing: day)))
      #expect(layout.name == name)
    }
  }

  @Test(
    "a table that is not one is refused",
    arguments: [
      ("from\t2026-03-01", "from\tsoon"), ("encodings\tcp932", "encodings\tebcdic"),
      ("number-width\t12", "number-width\t13"), ("eras\t1,3,5,7,9", "eras\t1,3"),
      ("record\tmedium", "record\tother"), ("rule\tpast\t19", "rule\tpast\t99"),
      ("rule\tpast\t19", "rule\tnonsense\t19"), ("!13&14=3", "!13&"), ("!13&14=3", "!13&140=3"),
      ("form\tself\thealth-pension-loss", "form\tself"), ("self:kana", "self:shoe"),
      ("form\tdependent1\thealth-dependents-change", "form\tdependent1\tx\t78"),
      ("kana-name", "kana-shoe"), ("repeats\tyes", "repeat\tyes"), ("\tself\t", "\tcousin\t"),
    ])
  func malformed(found: String, replacement: String) throws {
    let text = String(
      decoding: try #require(Fixture.file("layouts/pension-notices-2026.tsv")), as: UTF8.self)
    let changed = text.replacing(found, with: replacement)
    #expect(changed != text)
    #expect(throws: FilingError.self) {
      _ = try NoticeLayout(Array(changed.utf8), file: "x")
    }
  }

  @Test("conditions are read and decided")
  func conditions() throws {
    let condition = try #require(FieldCondition("!1&2=a/b|3"))
    #expect(condition.fields == [1, 2, 3])
    func holds(_ values: [Int: String]) -> Bool { condition.holds { values[$0] ?? "" } }
    #expect(holds([2: "a"]) && holds([2: "b"]) && holds([1: "x", 3: "y"]))
    #expect(!holds([:]) && !holds([1: "x", 2: "a"]) && !holds([2: "c"]))
    let negated = try #require(FieldCondition("!5=x"))
    #expect(negated.holds { _ in "" } && !negated.holds { _ in "x" })
  }

  @Test("what is no condition is none", arguments: ["", "a", "1|", "&1", "1=", "1=a=b", "!", "0"])
  func noCondition(text: String) {
    #expect(FieldCondition(text) == nil)
  }
}
