/// Reads a file of records and plans each of its rows, keeping those of one payee at most.
struct RecordReading<Directory: SlipDirectory> {
  private let plan: RecordPlan
  private let file: RecordFile
  private let directory: Directory

  init(_ plan: RecordPlan, of file: RecordFile, directory: Directory) {
    self.plan = plan
    self.file = file
    self.directory = directory
  }

  /// Lends what the rows come to; from the first mistake on nothing more is lent.
  ///
  /// - Returns: How many number fields were filled and left out.
  /// - Throws: `mistakes`, those of the file and of the plan; `text`.
  @discardableResult
  func run<E: Error>(
    failure: (FilingError) -> E, _ body: (RecordFinding) throws(E) -> Void
  ) throws(E) -> Int {
    var planner = RecordPlanner(plan)
    return try file.read(failure: failure) { (row, mistakes) throws(E) in
      if let row {
        planner.take(row, directory: directory)
      } else {
        planner.finish(directory: directory)
      }
      try Self.lend(planner, &mistakes, body)
    }
  }

  private static func lend<E: Error>(
    _ planner: RecordPlanner, _ mistakes: inout [FilingMistake],
    _ body: (RecordFinding) throws(E) -> Void
  ) throws(E) {
    mistakes += planner.mistakes
    guard mistakes.isEmpty else { return }
    for finding in planner.findings { try body(finding) }
  }
}
