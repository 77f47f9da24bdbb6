import Filings
import People
import Rules
import TestSupport
import Testing
import Text

@Suite("Slips of the sample company")
struct SampleSlipTests {
  @Test("the unified CSV passes through byte for byte", arguments: [2025, 2026])
  func passesThrough(year: Int) throws {
    let input = try FileBytes.checkout("Samples/payroll-\(year)-unified.csv")
    let plan = try Fixture.plan(
      Fixture.payroll(input), SlipRequest(incomeYear: year, copy: .municipality), Cast.sample())
    #expect(plan.rows.count == 30)
    let blank = plan.bytes { _ in nil }
    // Only the payer's corporate number is new: 13 digits in each of the 30 rows.
    #expect(blank.count == input.count + 30 * 13)
    var given = try Fixture.fields(input)
    for row in given.indices { given[row][93] = "5835678256246" }
    #expect(try Fixture.fields(blank) == given)
  }

  @Test("every number stands in its own field with a zero in front")
  func numbers() throws {
    let plan = try Fixture.plan(
      Fixture.sample("payroll-2025-unified.csv"),
      SlipRequest(incomeYear: 2025, copy: .municipality), Cast.sample())
    let rows = try Fixture.fields(plan.bytes { String(100_000_000_000 + $0) })
    for (index, slot) in plan.slots.enumerated() {
      #expect(rows[slot.row][slot.field - 1] == "0\(100_000_000_000 + index)")
    }
    #expect(plan.slots.count == rows.joined().filter { $0.hasPrefix("01000000000") }.count)
    let family = plan.slots.filter { $0.person.employeeCode.text == "0004" }
    #expect(family.map(\.person.text) == ["0004", "0004-1", "0004-2", "0004-3"])
    #expect(family.map(\.field) == [95, 99, 103, 119])
    #expect(family.allSatisfy { $0.form == FormCopyID("withholding-slip-municipality") })
  }

  @Test("a person whom no row names is never asked for")
  func asked() throws {
    let cast = try Cast.sample()
    let plan = try Fixture.plan(
      Fixture.sample("payroll-2025-unified.csv"),
      SlipRequest(incomeYear: 2025, copy: .municipality), cast)
    #expect(cast.asked.count == 30)
    #expect(!cast.familiesAsked.contains(try PersonCode("0009")))
    #expect(!plan.people.contains(try PersonCode("0009-1")))
  }

  @Test("the tax office's copy of 2025 holds those within the filing range alone")
  func taxOffice() throws {
    let plan = try Fixture.plan(
      Fixture.sample("payroll-2025.csv"), SlipRequest(incomeYear: 2025, copy: .taxOffice),
      Cast.sample())
    #expect(plan.rows.map(\.person.text) == ["0001", "0002", "0003", "0021"])
    #expect(plan.leftOut.count == 26)
    #expect(plan.leftOut.allSatisfy { $0.article.description == "所得税法施行規則93条2項" })
    #expect(
      plan.slots.map(\.person.text)
        == ["0001", "0001-1", "0001-2", "0002", "0003", "0003-1", "0021"])
    let rows = try Fixture.fields(plan.bytes { _ in "123456789018" })
    #expect(rows.allSatisfy { $0.count == 135 })
    #expect(rows[0][0...2] == ["375", "0110100123", ""])
    #expect(rows[0][11] == "東京都千代田区見本町１－２－３")
    #expect(rows[0][93...94] == ["5835678256246", "0123456789018"])
    #expect(rows.allSatisfy { $0[134] == " " })
    #expect(rows[3][22] == "4" && rows[3][49] == "1")
    #expect(rows.joined().allSatisfy { !$0.contains("\"") })
  }

  @Test("no number of a child under 16 stands on the tax office's copy")
  func underSixteen() throws {
    let layouts = try Fixture.rules().layouts
    let tax = layouts.filter { $0.record == "375" }.flatMap(\.fields).compactMap(\.owner)
    #expect(!tax.contains { if case .underSixteen = $0 { true } else { false } })
    #expect(!tax.contains(.remarksUnderSixteen))
  }

  @Test("a file with headers makes the unified CSV that payroll software makes")
  func built() throws {
    let request = SlipRequest(incomeYear: 2025, copy: .municipality)
    let built = try Fixture.plan(Fixture.sample("payroll-2025.csv"), request, Cast.sample())
    let passed = try Fixture.plan(
      Fixture.sample("payroll-2025-unified.csv"), request, Cast.sample())
    let (left, right) = (
      try Fixture.fields(built.bytes { _ in nil }),
      try Fixture.fields(passed.bytes { _ in nil })
    )
    #expect(left.count == right.count)
    // #135 and #136 are blank by default, as in the published sample.
    let open = [135, 136]
    for (one, other) in zip(left, right) {
      for field in 1...147 where one[field - 1] != other[field - 1] && !open.contains(field) {
        Issue.record("\(one[137]) field \(field): \(one[field - 1]) is not \(other[field - 1])")
      }
    }
  }

  @Test("who has no usable number is listed by reason", arguments: [2025, 2026])
  func missing(year: Int) throws {
    let plan = try Fixture.plan(
      Fixture.sample("payroll-\(year)-unified.csv"),
      SlipRequest(incomeYear: year, copy: .municipality), Cast.sample())
    var expected = ["0014-1": NoNumberReason.noneAbroad, "0019": .refused]
    if year == 2026 { expected["0010-2"] = .notYetIssued }
    #expect(
      plan.missing
        == Dictionary(
          uniqueKeysWithValues: try expected.map {
            (try PersonCode($0), $1)
          }))
  }

  @Test("filing forms and folding are listed")
  func changes() throws {
    let plan = try Fixture.plan(
      Fixture.sample("payroll-2025.csv"), SlipRequest(incomeYear: 2025, copy: .municipality),
      Cast.sample())
    let filing = plan.changes.filter { $0.reason == .filingForm }.map(\.person.text)
    #expect(Set(filing) == ["0007", "0007-1", "0008"])
    #expect(plan.changes.contains { $0.person.text == "0001" && $0.to.contains("１－２－３") })
    #expect(plan.notes.isEmpty)
  }

  @Test("the layout of 2026 is told to be that of 2025")
  func questions() throws {
    let plan = try Fixture.plan(
      Fixture.sample("payroll-2026.csv"), SlipRequest(incomeYear: 2026, copy: .municipality),
      Cast.sample())
    #expect(!plan.plan.isLayoutVerified)
    #expect(plan.plan.layout.name == "unified-2025")
    let ids = Set(plan.plan.questions.map(\.id))
    #expect(ids.isSuperset(of: ["layout-2026", "no-municipality", "number-width"]))
    let earlier = plan.plan.layout.questions(forIncomeYear: 2025).map(\.id)
    #expect(!earlier.contains("layout-2026"))
  }

  @Test(
    "from 2027 the tax office's copy is refused with the article",
    arguments: [2027, 2030])
  func needless(year: Int) throws {
    let error = #expect(throws: FilingError.self) {
      _ = try Fixture.plan(
        Fixture.sample("payroll-2025.csv"), SlipRequest(incomeYear: year, copy: .taxOffice),
        Cast.sample())
    }
    guard case .refused(let refusal)? = error else {
      Issue.record("not refused: \(String(describing: error))")
      return
    }
    #expect(refusal.rule == "copy-not-filed")
    #expect(refusal.article.contains("所得税法226条, 令和5年法律3号附則1条8号"))
  }

  @Test("the tax office's copy of 2026 is needless for everybody who stayed")
  func counted() throws {
    let plan = try Fixture.plan(
      Fixture.sample("payroll-2026.csv"), SlipRequest(incomeYear: 2026, copy: .taxOffice),
      Cast.sample())
    #expect(plan.rows.isEmpty && plan.needless.count == 30)
    #expect(Set(plan.needless.map(\.countedBy)) == [FormCopyID("withholding-slip-municipality")])
  }

  @Test("the tax office's copy cannot be made of a unified CSV")
  func needsHeaders() throws {
    let form = FormCopyID("withholding-slip-tax-office")
    #expect(throws: FilingError.needsHeaders(form)) {
      _ = try Fixture.plan(
        Fixture.sample("payroll-2025-unified.csv"),
        SlipRequest(incomeYear: 2025, copy: .taxOffice), Cast.sample())
    }
  }

  @Test("the export can be narrowed to people")
  func narrowed() throws {
    let cast = try Cast.sample()
    let plan = try Fixture.plan(
      Fixture.sample("payroll-2025-unified.csv"),
      SlipRequest(incomeYear: 2025, copy: .municipality, people: [try PersonCode("0003")]), cast)
    #expect(plan.people.map(\.text) == ["0003", "0003-1"])
    #expect(cast.asked.map(\.text) == ["0003"])
  }
}
