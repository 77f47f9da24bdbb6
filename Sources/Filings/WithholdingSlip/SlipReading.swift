/// Reads a payroll file and plans each of its rows for one or more filings, keeping none.
///
/// What is kept of a row is where its person's row stands, some tens of bytes, since nobody may
/// stand on two slips.
public struct SlipReading<Directory: SlipDirectory> {
  private let plans: [SlipPlan]
  private let payroll: PayrollFile
  private let directory: Directory

  /// Reads for all of `plans` at once.
  public init(_ plans: [SlipPlan], of payroll: PayrollFile, directory: Directory) {
    self.plans = plans
    self.payroll = payroll
    self.directory = directory
  }

  /// Lends what each row comes to, with the place of the plan: its slip after its other findings.
  ///
  /// From the first mistake on nothing more is lent; the rest of the file is read for more mistakes.
  /// - Parameter failure: makes the caller's error of ours.
  /// - Throws: `mistakes`, those of the file and of the plans, at most
  ///   `PayrollFile.mistakeLimit`; `text`.
  public func run<E: Error>(
    failure: (FilingError) -> E, _ body: (Int, SlipFinding) throws(E) -> Void
  ) throws(E) {
    var planners = plans.map { SlipPlanner($0, fieldCount: payroll.fieldCount) }
    var waiting: [PayrollRow] = []
    try payroll.read(failure: failure) { (row, mistakes) throws(E) in
      if let row { waiting.append(row) }
      guard waiting.count == Self.batch || row == nil else { return }
      let findings = plan(waiting, &planners, &mistakes)
      waiting.removeAll(keepingCapacity: true)
      for (place, finding) in findings { try body(place, finding) }
    }
  }

  /// How many rows are planned while the vault is locked for reading; none of them is lent meanwhile.
  private static var batch: Int { 250 }

  private func plan(
    _ rows: [PayrollRow], _ planners: inout [SlipPlanner], _ mistakes: inout [FilingMistake]
  ) -> [(place: Int, finding: SlipFinding)] {
    var findings: [(place: Int, finding: SlipFinding)] = []
    if rows.isEmpty { return findings }
    directory.reading {
      for row in rows {
        Self.plan(row, &planners, directory, &mistakes)
        guard mistakes.isEmpty else { continue }
        for place in planners.indices {
          for finding in planners[place].findings { findings.append((place, finding)) }
        }
      }
    }
    return findings
  }

  /// Plans a row for every filing; a mistake that two of them find is listed once.
  private static func plan(
    _ row: PayrollRow, _ planners: inout [SlipPlanner], _ directory: Directory,
    _ mistakes: inout [FilingMistake]
  ) {
    let before = mistakes.count
    for place in planners.indices {
      planners[place].take(row, directory: directory)
      for mistake in planners[place].mistakes where !mistakes[before...].contains(mistake) {
        mistakes.append(mistake)
      }
    }
  }
}
