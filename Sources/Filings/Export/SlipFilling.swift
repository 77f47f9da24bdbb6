internal import Custody
internal import Numbers
internal import People
internal import Rules
internal import Text

/// Fills one filing's slots: rows wait until a batch of numbers is wanted, which then passes the
/// gate at once.
struct SlipFilling: ~Copyable {
  private let plan: SlipPlan
  private let session: Session
  private let foresight: SlipForesight
  private let path: String
  private let fileName: String
  private let writing: SlipWriting
  private var composer: SlipComposer
  private var queries: [NumberQuery] = []
  /// The slot of each query.
  private var places: [Int] = []
  private var waiting = 0
  private var nextSlot = 0
  private var endSlot = 0
  private var rows = 0
  private var numbers = 0
  private var people: [RegisteredExport.Person] = []

  /// Begins the file, under no name yet.
  init(
    _ foresight: SlipForesight, _ session: Session, into folder: String
  ) throws(SlipExportError) {
    plan = foresight.plan
    self.session = session
    self.foresight = foresight
    fileName = plan.fileName
    path = folder + "/" + fileName
    writing = try SlipWriting(path)
    composer = SlipComposer(plan: plan)
  }

  /// Takes the next row.
  mutating func take(_ row: SlipRow) throws(SlipExportError) {
    let wanted = row.slots.count { foresight.reasons[$0.person] == nil }
    if queries.count + wanted > Gate.batchSize || waiting >= Gate.batchSize { try flush() }
    composer.append(row)
    for (index, slot) in row.slots.enumerated() {
      people.append(Self.person(slot, on: row))
      guard foresight.reasons[slot.person] == nil else { continue }
      queries.append(plan.query(slot))
      places.append(row.firstSlot + index)
    }
    endSlot = row.firstSlot + row.slots.count
    rows += 1
    waiting += 1
  }

  /// Registers the file once it is whole, then gives it its name.
  consuming func finish() throws(SlipExportError) -> ExportedFile {
    try flush()
    composer.finish(to: writing.sink)
    let id = try register()
    try writing.finish()
    return ExportedFile(
      plan: plan, path: path, id: id, rows: rows, bytes: writing.count, numbers: numbers,
      blanks: foresight.blanks)
  }

  /// Lends each number to the composer as the gate opens it, in the order of the slots.
  private mutating func flush() throws(SlipExportError) {
    var refusal: Refusal?
    do throws(CustodyError) {
      try Gate(session).readEach(queries, refused: { refusal = $1 }) { place, number in
        leaveBlanks(upTo: places[place])
        number.withDigits { digits in
          composer.supply(digits, forSlot: places[place], to: writing.sink)
        }
        nextSlot = places[place] + 1
      }
    } catch {
      throw .custody(error)
    }
    // The vault changed since the slots were foreseen: nothing is left blank in silence.
    if let refusal { throw .custody(CustodyError(.refused(refusal))) }
    leaveBlanks(upTo: endSlot)
    numbers += queries.count
    queries.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    waiting = 0
  }

  private mutating func leaveBlanks(upTo end: Int) {
    while nextSlot < end {
      composer.leaveBlank(slot: nextSlot, to: writing.sink)
      nextSlot += 1
    }
  }

  private mutating func register() throws(SlipExportError) -> String {
    let export = RegisteredExport(
      form: plan.form, incomeYear: plan.incomeYear, fileName: fileName, bytes: writing.count,
      rows: rows, numbers: numbers, people: onceEach(),
      blanks: foresight.blanks.map {
        RegisteredExport.Blank(code: $0.person, reason: $0.reason)
      })
    do throws(CustodyError) {
      return try ExportRegister(session).add(export)
    } catch {
      throw .custody(error)
    }
  }

  /// The employee's row is pay and, in the 甲 column, the declaration of all whom it names.
  private static func person(_ slot: NumberSlot, on row: SlipRow) -> RegisteredExport.Person {
    RegisteredExport.Person(
      code: slot.person, wasPaid: slot.person == row.person,
      isDeclared: row.hasDeclaration && slot.owner != .payer)
  }

  /// The people on the slips by code: one who stands on several is noted once, for all of them.
  private mutating func onceEach() -> [RegisteredExport.Person] {
    people.sort { $0.code.text < $1.code.text }
    var kept = 0
    for place in people.indices {
      let person = people[place]
      if kept > 0, people[kept - 1].code == person.code {
        people[kept - 1].wasPaid = people[kept - 1].wasPaid || person.wasPaid
        people[kept - 1].isDeclared = people[kept - 1].isDeclared || person.isDeclared
      } else {
        people[kept] = person
        kept += 1
      }
    }
    people.removeLast(people.count - kept)
    return people
  }
}

extension SlipPlan {
  /// The name that the record's standard gives the file.
  fileprivate var fileName: String {
    layout.record == "375" ? "375dat01.txt" : "unified-\(incomeYear).csv"
  }
}
