internal import Custody
internal import Numbers
internal import People
internal import Rules
internal import Text

/// Fills the slots of one file: rows wait until a batch of numbers is wanted, which then passes the
/// gate at once.
struct NumberFilling: ~Copyable {
  private let session: Session
  private let foresight: NumberForesight
  private let path: String
  private let fileName: String
  private let writing: ExportWriting
  private var composer: RecordComposer
  private var queries: [NumberQuery] = []
  /// The slot of each query.
  private var places: [Int] = []
  private var waiting = 0
  private var nextSlot = 0
  private var endSlot = 0
  private var rows = 0
  private var numbers = 0
  private var people: [RegisteredExport.Person] = []

  /// Fills a file that was begun under its name in a folder.
  init(
    _ foresight: NumberForesight, _ session: Session, _ composer: consuming RecordComposer,
    _ writing: ExportWriting, named fileName: String, in folder: String
  ) {
    self.session = session
    self.foresight = foresight
    self.fileName = fileName
    self.writing = writing
    path = folder + "/" + fileName
    self.composer = composer
  }

  /// Takes bytes that stand before the rows and hold no number.
  mutating func take(head bytes: [UInt8]) {
    composer.append(ComposedRow(firstSlot: endSlot, bytes: bytes, holes: []))
  }

  /// Takes the next row.
  ///
  /// - Parameters:
  ///   - asked: What each of its slots asks of the gate.
  ///   - shown: The people of its slots, and what the row shows of them.
  mutating func take(
    _ row: ComposedRow, _ asked: [NumberQuery], _ shown: [RegisteredExport.Person]
  ) throws(ExportError) {
    let wanted = asked.count { foresight.reasons[$0.code] == nil }
    if queries.count + wanted > Gate.batchSize || waiting >= Gate.batchSize { try flush() }
    composer.append(row)
    people += shown
    for (index, query) in asked.enumerated() where foresight.reasons[query.code] == nil {
      queries.append(query)
      places.append(row.firstSlot + index)
    }
    endSlot = row.firstSlot + asked.count
    rows += 1
    waiting += 1
  }

  /// Registers the file once it is whole, then gives it its name.
  consuming func finish(
    form: FormCopyID, incomeYear: Int?
  ) throws(ExportError) -> WrittenFile {
    try flush()
    composer.finish(to: writing.sink)
    try writing.settle()
    let id = try register(form, incomeYear)
    try writing.finish()
    return WrittenFile(
      path: path, id: id, rows: rows, bytes: writing.count, numbers: numbers,
      blanks: foresight.blanks)
  }

  /// Lends each number to the composer as the gate opens it, in the order of the slots.
  private mutating func flush() throws(ExportError) {
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

  private mutating func register(
    _ form: FormCopyID, _ incomeYear: Int?
  ) throws(ExportError) -> String {
    let export = RegisteredExport(
      form: form, incomeYear: incomeYear, fileName: fileName, bytes: writing.count,
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

  /// The people in the file by code: one who stands there twice is noted once, for all of it.
  private mutating func onceEach() -> [RegisteredExport.Person] {
    people.sort { $0.code.text < $1.code.text }
    var kept = 0
    for place in people.indices {
      let person = people[place]
      if kept > 0, people[kept - 1].code == person.code {
        people[kept - 1].wasPaid = people[kept - 1].wasPaid || person.wasPaid
        people[kept - 1].isDeclared = people[kept - 1].isDeclared || person.isDeclared
        people[kept - 1].notices.formUnion(person.notices)
        people[kept - 1].retirementPaidOn =
          people[kept - 1].retirementPaidOn ?? person.retirementPaidOn
      } else {
        people[kept] = person
        kept += 1
      }
    }
    people.removeLast(people.count - kept)
    return people
  }
}
