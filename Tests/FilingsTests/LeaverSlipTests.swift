import Filings
import People
import Rules
import Testing

@Suite("Slips of those who left in 2026")
struct LeaverSlipTests {
  private let taxOffice = FormCopyID("withholding-slip-tax-office")

  /// A row of 0001, with a day of leaving as the payroll software has it.
  private func row(left: String?) -> [String: String] {
    guard let left else { return [:] }
    return ["#60": "2", "#61": "08", "#62": String(left.prefix(2)), "#63": String(left.suffix(2))]
  }

  private func plan(
    _ rows: [[String: String]], copy: SlipCopy = .taxOffice, vault: String?, year: Int = 2026
  ) throws -> PlannedSlips {
    let cast = Cast()
    try cast.add("0001", "見本　太郎", born: "1990-03-04") { _, record in
      record.leftOn = vault.flatMap { CalendarDate(parsing: $0) }
    }
    try cast.add("0002", "見本　太郎", born: "1990-03-04")
    return try Fixture.plan(
      Fixture.payroll(Rows.headed(rows)), SlipRequest(incomeYear: year, copy: copy), cast)
  }

  @Test("a slip due in 2026 still goes to the tax office, that of nobody else does")
  func due() throws {
    let plan = try plan(
      [row(left: "0630"), ["社員番号": "0002"]], vault: "2026-06-30")
    #expect(plan.plan.form == taxOffice && plan.people.map(\.text) == ["0001"])
    #expect(plan.leftOut.isEmpty && plan.needless.count == 1)
    #expect(plan.plan.questions.map(\.id).contains("leavers-2026"))
    let report = try self.plan(
      [row(left: "0630"), ["社員番号": "0002"]], copy: .municipality, vault: "2026-06-30")
    #expect(report.people.map(\.text) == ["0001", "0002"])
  }

  @Test("a slip within the old limit is left out of the tax office's copy")
  func limit() throws {
    var row = row(left: "0630")
    (row["支払金額"], row["年末調整"]) = ("2500000", "未")
    let plan = try plan([row], vault: "2026-06-30")
    #expect(plan.rows.isEmpty && plan.leftOut.map(\.atMostYen) == [2_500_000])
  }

  @Test(
    "a slip due in 2027 is needless: the payment report counts as it", arguments: [true, false])
  func deemed(didLeave: Bool) throws {
    let plan = try plan(
      [row(left: didLeave ? "1210" : nil)], vault: didLeave ? "2026-12-10" : nil)
    #expect(plan.rows.isEmpty)
    #expect(plan.needless.map(\.countedBy) == [FormCopyID("withholding-slip-municipality")])
  }

  /// The day of leaving by the payroll file and by the vault.
  static let pairs: [(String?, String?)] = [
    ("0630", nil), (nil, "2026-06-30"), ("0630", "2026-12-10"), ("1210", "2026-06-30"),
  ]

  @Test(
    "a leaving that the vault and the payroll file do not both have stops the tax office's copy",
    arguments: pairs)
  func differing(payroll: String?, vault: String?) throws {
    let rules = try Fixture.mistakes { _ = try plan([row(left: payroll)], vault: vault) }
    #expect(rules.map(\.rule) == [.leavingDiffers])
    let others = try Fixture.mistakes {
      _ = try plan([row(left: payroll)], copy: .municipality, vault: vault)
    }
    #expect(others == [])
  }

  @Test("the day of leaving decides nothing about the slips of 2025")
  func earlier() throws {
    var row = row(left: "0630")
    row["#61"] = "07"
    let plan = try plan([row, ["社員番号": "0002"]], vault: nil, year: 2025)
    #expect(plan.people.map(\.text) == ["0001", "0002"])
  }
}
