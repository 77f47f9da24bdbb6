import Filings
import People
import Testing
import Text

@Suite("Those who have no box")
struct RemarksTests {
  private func cast(_ count: Int, born: String) throws -> Cast {
    try Rows.cast((1...count).map { ("\($0)", "子　\(Self.names[$0 - 1])", .child, born) })
  }

  private static let names = Array("一二三四五六七八九十百千").map(String.init)

  private func row(_ count: Int, _ list: String, _ counts: [String: String]) -> [String: String] {
    var row = counts
    for index in 1...count { row["\(list)(\(index))－氏名"] = "子　\(Self.names[index - 1])" }
    return row
  }

  @Test("the fifth dependent's number goes into the remarks under the name's label")
  func fifth() throws {
    let row = row(6, "控除対象扶養親族", ["#26": "6", "摘要": "年調"])
    let file = try Fixture.payroll(Rows.headed(row))
    let cast = try cast(6, born: "2005-04-01")
    for (copy, field) in [(SlipCopy.taxOffice, 128), (.municipality, 132)] {
      let plan = try Fixture.plan(file, SlipRequest(incomeYear: 2025, copy: copy), cast)
      #expect(plan.slots.map(\.field).suffix(3) == [115, field, field])
      let last = plan.slots.count - 1
      let output = plan.bytes { $0 == last ? nil : "123456789018" }
      let fields = try Fixture.fields(output)[0]
      #expect(fields[85] == "年調　（１）子　五　（２）子　六")
      #expect(fields[field - 1] == "（１）１２３４５６７８９０１８")
    }
  }

  @Test("under 16, the number is for the municipality alone")
  func underSixteen() throws {
    let file = try Fixture.payroll(
      Rows.headed(row(5, "16歳未満の扶養親族", ["#91": "5"])))
    let cast = try cast(5, born: "2020-04-01")
    let municipal = try Fixture.plan(
      file, SlipRequest(incomeYear: 2025, copy: .municipality), cast)
    #expect(municipal.slots.map(\.field) == [95, 119, 123, 127, 131, 133])
    let tax = try Fixture.plan(file, SlipRequest(incomeYear: 2025, copy: .taxOffice), cast)
    #expect(tax.slots.map(\.field) == [95])
    let fields = try Fixture.fields(tax.bytes { _ in nil })
    #expect(fields[0][85] == "（１）子　五（年少）")
  }

  @Test("more numbers than the remarks hold are a mistake")
  func full() throws {
    let file = try Fixture.payroll(Rows.headed(row(11, "控除対象扶養親族", ["#26": "11"])))
    let found = try Fixture.mistakes {
      _ = try Fixture.plan(
        file, SlipRequest(incomeYear: 2025, copy: .municipality),
        cast(11, born: "2005-04-01"))
    }
    #expect(found.map(\.rule) == [.remarksFull(limit: 100)])
  }

  @Test("a unified CSV names them in the summary", arguments: [true, false])
  func passed(isNamed: Bool) throws {
    let summary = isNamed ? "年調済（１）子　五　（２）子六（年少）" : "年調済"
    var fields = [26: "5", 91: "1", 86: summary]
    for index in 0..<4 { fields[101 + 4 * index] = "子　\(Self.names[index])" }
    let people = try cast(5, born: "2005-04-01")
    try people.add("0001-6", "子　六", .child, born: "2020-04-01")
    let file = try Fixture.payroll(Rows.unified(fields))
    let request = SlipRequest(incomeYear: 2025, copy: .municipality)
    let found = try Fixture.mistakes {
      let plan = try Fixture.plan(file, request, people)
      let output = try Fixture.fields(plan.bytes { _ in "123456789018" }, .utf8)[0]
      #expect(output[131] == "（１）１２３４５６７８９０１８")
      #expect(output[132] == "（２）１２３４５６７８９０１８")
      #expect(output[85] == summary)
    }
    #expect(found.isEmpty == isNamed)
  }
}
