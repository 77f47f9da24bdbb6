import People
import Rules
import TestSupport
import Wording

@testable import Filings

/// A payroll file that was counted, and the sheets made of it.
struct Counted {
  let towns: MunicipalityTotals
  let office: TaxOfficeTotals
  let planned: PlannedSlips
  private let policy: Policy

  init(_ payroll: ReadPayroll, year: Int = 2025, _ cast: some SlipDirectory) throws {
    var request = SlipRequest(incomeYear: year, copy: .municipality)
    request.isCounted = true
    planned = try Fixture.plan(payroll, request, cast)
    policy = try Fixture.policy()
    var (towns, office) = (MunicipalityTotals(), TaxOfficeTotals())
    for slip in planned.counted {
      towns.add(slip)
      try office.add(slip)
    }
    (self.towns, self.office) = (towns, office)
  }

  static func rows(
    _ rows: [[String: String]], year: Int = 2025, cast: Cast? = nil
  ) throws -> Counted {
    try Counted(
      Fixture.payroll(Rows.headed(rows)), year: year, cast ?? (try Self.cast(count: rows.count)))
  }

  static func sample(_ name: String, year: Int) throws -> Counted {
    let bytes = try FileBytes.checkout("Samples/\(name)")
    let payroll = try ReadPayroll(bytes, discardNumbers: false, keepsEveryItem: true)
    return try Counted(payroll, year: year, Cast.sample())
  }

  /// People of the rows' name and birth date: 0001, 0002 and on.
  static func cast(count: Int) throws -> Cast {
    let cast = Cast()
    for number in 1...max(1, count) {
      try cast.add(code(number), "見本　太郎", born: "1990-03-04")
    }
    return cast
  }

  static func code(_ number: Int) -> String {
    String(repeating: "0", count: 4 - String(number).count) + String(number)
  }

  /// Table 1 by the ids of its figures.
  var figures: [String: Int] {
    let isDeemed = planned.plan.rules.range.isCounted(
      SlipCopy.taxOffice.form, incomeYear: planned.plan.incomeYear)
    return Dictionary(
      uniqueKeysWithValues: office.figures(isDeemed: isDeemed).map { ($0.id, $0.value) })
  }

  /// The municipalities' sheets as text, a line each.
  var lines: [String] {
    towns.rows().map { row in
      row.map { cell in
        switch cell {
        case .text(let text): text
        case .count(let count): "\(count)"
        case .figure(let figure), .counted(let figure): figure.id
        }
      }.joined(separator: " ")
    }
  }

  func sheet(_ kind: SummaryKind) throws -> SummarySheet {
    let form = try planned.plan.rules.summary(kind, of: policy)
    switch kind {
    case .municipality: return SummarySheet(towns, planned.plan, form)
    case .taxOffice:
      let figures = office.figures(isDeemed: true).map { ($0.id, "", $0.value) }
      return SummarySheet(figures, office.notes(form), planned.plan, form)
    }
  }
}
