import Filings
import TestSupport

/// Employees' own copies of a payroll file, drawn.
struct DrawnCopies {
  let pdf: [UInt8]
  let mistakes: [FilingMistake]
  let planned: PlannedSlips

  init(
    _ bytes: [UInt8], year: Int = 2025, cast: Cast, employer: FilingEmployer? = nil,
    _ arrangement: SheetArrangement = .single
  ) throws {
    let payroll = try ReadPayroll(bytes, discardNumbers: false, keepsEveryItem: true)
    planned = try Fixture.plan(
      payroll, SlipRequest(incomeYear: year, copy: .recipient), cast, employer: employer)
    var sheets = try RecipientSheets(planned.plan, arrangement)
    var found: [FilingMistake] = []
    var made: [UInt8] = []
    for slip in planned.copies {
      found += try sheets.add(slip)
      sheets.drain { bytes in
        for place in bytes.indices { made.append(bytes[place]) }
      }
    }
    pdf = try made + sheets.finish()
    mistakes = found
  }

  /// Draws the copies of the sample company.
  static func sample(
    _ name: String, year: Int, _ arrangement: SheetArrangement = .single
  ) throws -> DrawnCopies {
    try DrawnCopies(
      FileBytes.checkout("Samples/\(name)"), year: year, cast: Cast.sample(), arrangement)
  }

  /// Draws a copy of a sound row with these values.
  static func of(
    _ row: [String: String], cast: Cast? = nil
  ) throws -> DrawnCopies {
    try DrawnCopies(Rows.headed(row), cast: cast ?? Rows.cast())
  }
}
