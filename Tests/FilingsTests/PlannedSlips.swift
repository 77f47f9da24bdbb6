import Filings
import People
import Rules

/// A plan with all that it found in a payroll file.
struct PlannedSlips {
  let plan: SlipPlan
  private(set) var rows: [SlipRow] = []
  private(set) var copies: [RecipientSlip] = []
  private(set) var counted: [SlipFigures] = []
  private(set) var leftOut: [LeftOut] = []
  private(set) var needless: [NeedlessCopy] = []
  private(set) var changes: [SlipChange] = []
  private(set) var notes: [SlipNote] = []

  var slots: [NumberSlot] { rows.flatMap(\.slots) }

  /// The people on the slips, each once, in the order of their first slot.
  var people: [PersonCode] {
    slots.map(\.person).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  var missing: [PersonCode: NoNumberReason] {
    Dictionary(
      slots.compactMap { slot in slot.lacking.map { (slot.person, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  init(
    _ request: SlipRequest, _ payroll: PayrollFile, _ employer: FilingEmployer,
    _ directory: some SlipDirectory
  ) throws {
    plan = try SlipPlan(request, payroll: payroll, employer: employer, rules: Fixture.rules())
    try SlipReading([plan], of: payroll, directory: directory).run(failure: { $0 }) {
      (_, finding) throws(FilingError) in
      add(finding)
    }
  }

  private mutating func add(_ finding: SlipFinding) {
    switch finding {
    case .slip(let row): rows.append(row)
    case .recipient(let slip): copies.append(slip)
    case .counted(let slip): counted.append(slip)
    case .leftOut(let left): leftOut.append(left)
    case .needless(let copy): needless.append(copy)
    case .changed(let change): changes.append(change)
    case .noted(let note): notes.append(note)
    }
  }

  /// The bytes of the filing; slot `i` gets `digits(i)`, or stays blank for nil.
  func bytes(_ digits: (Int) -> String?) -> [UInt8] {
    var composer = RecordComposer(plan: plan)
    var output: [UInt8] = []
    let sink = { (bytes: Span<UInt8>) in
      for index in bytes.indices { output.append(bytes[index]) }
    }
    for row in rows {
      composer.append(row)
      for slot in row.firstSlot..<row.firstSlot + row.slots.count {
        if let text = digits(slot).map({ Array($0.utf8) }) {
          composer.supply(text.span, forSlot: slot, to: sink)
        } else {
          composer.leaveBlank(slot: slot, to: sink)
        }
      }
    }
    composer.finish(to: sink)
    return output
  }
}
