import People
import TestSupport
import Text

@testable import Filings

/// A file of records with all that a plan found in it.
struct PlannedRecords {
  let plan: RecordPlan
  private(set) var lines: [RecordLine] = []
  private(set) var copies: [RetirementCopy] = []
  private(set) var leftOut: [LeftOut] = []
  private(set) var notFiled: [NotFiled] = []
  private(set) var changes: [SlipChange] = []
  private(set) var figures: [RecordFigures] = []
  let discarded: Int
  let ignored: [String]

  /// Plans a file of columns and cells.
  init(
    _ kind: RecordKind, _ rows: [[String: String]], year: Int = 2026,
    _ directory: some SlipDirectory,
    employer: FilingEmployer? = nil, substitutes: Bool = false, discardNumbers: Bool = false,
    today: String = "2026-12-01", isOfOwnCopies: Bool = false
  ) throws {
    let columns = Self.columns(rows)
    let lines = [columns] + rows.map { row in columns.map { row[$0] ?? "" } }
    let text = lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
    try self.init(
      kind, bytes: Array(text.utf8), year: year, directory, employer: employer,
      substitutes: substitutes, discardNumbers: discardNumbers, today: today,
      isOfOwnCopies: isOfOwnCopies)
  }

  init(
    _ kind: RecordKind, bytes: [UInt8], year: Int = 2026, _ directory: some SlipDirectory,
    employer: FilingEmployer? = nil, substitutes: Bool = false, discardNumbers: Bool = false,
    today: String = "2026-12-01", isOfOwnCopies: Bool = false
  ) throws {
    var plan = try RecordPlan(
      kind, incomeYear: year, employer: employer ?? Fixture.employer(), policy: Fixture.policy(),
      today: CalendarDate(parsing: today) ?? .last, substitutes: substitutes)
    plan.isOfOwnCopies = isOfOwnCopies
    self.plan = plan
    let storage = try TemporaryFile(bytes)
    let file = try RecordFile(
      fileDescriptor: storage.descriptor, plan, discardNumbers: discardNumbers)
    ignored = file.ignoredColumns
    var found: [RecordFinding] = []
    discarded = try RecordReading(plan, of: file, directory: directory).run(failure: { $0 }) {
      (finding) throws(FilingError) in found.append(finding)
    }
    for finding in found { add(finding) }
  }

  private static func columns(_ rows: [[String: String]]) -> [String] {
    rows.flatMap { $0.keys.sorted() }.reduce(into: ["社員番号"]) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  private mutating func add(_ finding: RecordFinding) {
    switch finding {
    case .record(let line): lines.append(line)
    case .copy(let copy): copies.append(copy)
    case .leftOut(let left): leftOut.append(left)
    case .notFiled(let person): notFiled.append(person)
    case .changed(let change): changes.append(change)
    case .counted(let figures): self.figures.append(figures)
    }
  }

  /// The people of the slots, in output order.
  var people: [String] { lines.flatMap(\.slots).map(\.person.text) }

  /// The bytes of the filing; a slot gets the digits, or stays blank for nil.
  func bytes(_ digits: String?) -> [UInt8] { bytes { _ in digits } }

  /// The bytes of the filing; a slot gets its person's digits, or stays blank for nil.
  func bytes(of person: (PersonCode) -> String?) -> [UInt8] {
    var composer = RecordComposer(encoding: .cp932)
    var output: [UInt8] = []
    let sink = { (bytes: Span<UInt8>) in
      for index in bytes.indices { output.append(bytes[index]) }
    }
    var slot = 0
    for line in lines {
      composer.append(line.composed)
      for place in line.slots {
        if let text = person(place.person).map({ Array($0.utf8) }) {
          composer.supply(text.span, forSlot: slot, to: sink)
        } else {
          composer.leaveBlank(slot: slot, to: sink)
        }
        slot += 1
      }
    }
    composer.finish(to: sink)
    return output
  }

  /// The fields of each record, decoded.
  func fields(_ digits: String? = "123456789018") throws -> [[String]] {
    try Fixture.fields(bytes(digits))
  }
}
