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
  private let form: FormCopyID
  private let folder: String
  private let fileName: String
  private let writing: ExportWriting
  private var composer: RecordComposer
  private var readBack: ReadBack
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
    _ readBack: consuming ReadBack, _ writing: ExportWriting, named fileName: String,
    in folder: String, for form: FormCopyID
  ) {
    self.session = session
    self.foresight = foresight
    self.fileName = fileName
    self.folder = folder
    self.form = form
    self.writing = writing
    self.composer = composer
    self.readBack = readBack
  }

  /// Takes bytes that stand before the rows and hold no number.
  mutating func take(head bytes: [UInt8]) {
    readBack.expect(head: bytes)
    composer.append(ComposedRow(firstSlot: endSlot, bytes: bytes, holes: []))
  }

  /// Takes the next row.
  mutating func take(_ row: FilledRow) throws(ExportError) {
    let wanted = row.slots.count { $0.query.map { foresight.reason($0) == nil } ?? false }
    if queries.count + wanted > Gate.batchSize || waiting >= Gate.batchSize { try flush() }
    composer.append(row.composed)
    people += row.shown
    var expected: [ExpectedNumbers.Place] = []
    for (index, slot) in row.slots.enumerated() {
      var number: Int?
      if let query = slot.query, foresight.reason(query) == nil {
        number = queries.count
        queries.append(query)
        places.append(row.composed.firstSlot + index)
      }
      expected.append(
        ExpectedNumbers.Place(field: slot.field, isRemark: slot.isRemark, number: number))
    }
    readBack.expect(ExpectedNumbers(places: expected, fieldCount: row.fieldCount))
    endSlot = row.composed.firstSlot + row.slots.count
    rows += 1
    waiting += 1
  }

  /// Registers the file once it is whole and read back, then gives it its name.
  consuming func finish(incomeYear: Int?) throws(ExportError) -> WrittenFile {
    try flush(isEnd: true)
    composer.finish(to: writing.sink)
    try settle()
    let id = try register(incomeYear)
    return WrittenFile(
      path: folder + "/" + fileName, id: id, rows: rows, bytes: writing.count, numbers: numbers,
      blanks: foresight.blanks)
  }

  /// Waits until the rows written so far are read back.
  ///
  /// - Throws: What is wrong with them. A file that does not hold what it should is never released;
  ///   the log says so.
  mutating func awaitReadBack() throws(ExportError) {
    do throws(ExportError) {
      try readBack.finish()
    } catch {
      throw error.noted(of: fileName, for: form, session)
    }
  }

  /// Lets the numbers of the waiting rows pass the gate, and has read back what was written of them.
  private mutating func flush(isEnd: Bool = false) throws(ExportError) {
    do throws(ExportError) {
      try pass()
    } catch {
      // What is wrong with the rows before comes first.
      try awaitReadBack()
      throw error
    }
    try check(isEnd: isEnd)
    numbers += queries.count
    queries.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    waiting = 0
  }

  /// Lends each number to the composer as the gate opens it, in the order of the slots.
  private mutating func pass() throws(ExportError) {
    var refusal: Refusal?
    readBack.begin(count: queries.count)
    do throws(CustodyError) {
      try Gate(session).readEach(queries, refused: { refusal = $1 }) { place, number in
        leaveBlanks(upTo: places[place])
        number.withDigits { digits in
          readBack.keep(digits, at: place)
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
    composer.release(to: writing.sink)
  }

  /// Has what was written read back while the next batch passes the gate.
  ///
  /// Pages that another process draws are read back by a third, once they are whole.
  private mutating func check(isEnd: Bool) throws(ExportError) {
    guard !writing.isDrawn else { return readBack.hand(to: writing) }
    do throws(ExportError) {
      try readBack.check(writing, isEnd: isEnd)
    } catch {
      throw error.noted(of: fileName, for: form, session)
    }
  }

  /// Makes the file durable while its last rows are read back; what is wrong with them comes first.
  private mutating func settle() throws(ExportError) {
    var failure: ExportError?
    do throws(ExportError) { try writing.settle() } catch { failure = error }
    try awaitReadBack()
    if let failure { throw failure.noted(of: fileName, for: form, session) }
  }

  private mutating func leaveBlanks(upTo end: Int) {
    while nextSlot < end {
      composer.leaveBlank(slot: nextSlot, to: writing.sink)
      nextSlot += 1
    }
  }

  private mutating func register(_ incomeYear: Int?) throws(ExportError) -> String {
    let export = RegisteredExport(
      form: form, incomeYear: incomeYear, fileName: fileName, bytes: writing.count,
      rows: rows, numbers: numbers, people: onceEach(),
      blanks: foresight.blanks.map {
        RegisteredExport.Blank(code: $0.person, reason: $0.reason)
      })
    return try writing.finish(export, in: folder, session)
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
        people[kept - 1].isVoided = people[kept - 1].isVoided && person.isVoided
      } else {
        people[kept] = person
        kept += 1
      }
    }
    people.removeLast(people.count - kept)
    return people
  }
}
