internal import Custody
internal import People
internal import Typesetting

/// Draws copies into files: one for all, or one each after all were drawn on trial.
struct RecipientDrawing: ~Copyable {
  private let plan: SlipPlan
  private let session: Session
  private let folder: String
  private let passphrases: RecipientPassphrases?
  private var sheets: RecipientSheets
  private var mistakes: [FilingMistake] = []
  private var people: [RegisteredExport.Person] = []
  /// How many copies were drawn.
  private(set) var count = 0

  init(
    _ plan: SlipPlan, _ arrangement: SheetArrangement, session: Session, folder: String,
    passphrases: RecipientPassphrases?
  ) throws(ExportError) {
    let sheets: RecipientSheets = try Self.filing { () throws(FilingError) in
      try RecipientSheets(plan, arrangement)
    }
    self.sheets = sheets
    self.passphrases = passphrases
    (self.plan, self.session, self.folder) = (plan, session, folder)
  }

  /// Begins the file of all, under no name yet.
  func begin() throws(ExportError) -> ExportWriting { try ExportWriting(path(of: nil)) }

  /// Draws a copy into the file of all, or on trial for a file of its own, whose name must be free.
  mutating func take(
    _ slip: RecipientSlip, to writing: ExportWriting?
  ) throws(ExportError) {
    if writing == nil { _ = try ExportWriting(path(of: slip.person)) }
    if let passphrases, !passphrases.hasOne(slip.person) {
      mistakes.append(FilingMistake(line: slip.line, person: slip.person, rule: .noPassphrase))
    }
    try draw(slip)
    sheets.drain { if let writing { writing.sink($0) } }
    if writing != nil { people.append(Self.person(slip)) }
  }

  /// Refuses texts that could not be drawn.
  ///
  /// - Throws: `.filing` with the mistakes.
  func check() throws(ExportError) {
    guard mistakes.isEmpty else { throw .filing(.mistakes(mistakes.sorted())) }
  }

  /// Registers the file of all and gives it its name.
  mutating func finish(_ writing: ExportWriting) throws(ExportError) -> ExportedFile {
    let rest = try bytes()
    writing.sink(rest.span)
    return try register(writing, rows: count, of: nil, people)
  }

  /// Forgets what was drawn on trial.
  mutating func restart() throws(ExportError) {
    _ = try bytes()
    count = 0
  }

  /// Writes a file of one copy.
  mutating func write(_ slip: RecipientSlip) throws(ExportError) -> ExportedFile {
    let writing = try ExportWriting(path(of: slip.person))
    try draw(slip)
    let whole = try protected(bytes(), slip)
    writing.sink(whole.span)
    return try register(writing, rows: 1, of: slip.person, [Self.person(slip)])
  }

  private mutating func draw(_ slip: RecipientSlip) throws(ExportError) {
    let found: [FilingMistake]
    do throws(FilingError) { found = try sheets.add(slip) } catch { throw .filing(error) }
    if mistakes.count < PayrollFile.mistakeLimit { mistakes += found }
    count += 1
  }

  /// Encrypted with the person's passphrase, where there are passphrases.
  private func protected(
    _ pdf: [UInt8], _ slip: RecipientSlip
  ) throws(ExportError) -> [UInt8] {
    guard let passphrases else { return pdf }
    do throws(TypesettingError) {
      let made = try passphrases.lend(of: slip.person) { (word) throws(TypesettingError) in
        try ProtectedPDF.protect(pdf, passphrase: word)
      }
      if let made { return made }
    } catch {
      throw .filing(.typesetting(error.description))
    }
    let mistake = FilingMistake(line: slip.line, person: slip.person, rule: .noPassphrase)
    throw .filing(.mistakes([mistake]))
  }

  private mutating func bytes() throws(ExportError) -> [UInt8] {
    do throws(FilingError) { return try sheets.finish() } catch { throw .filing(error) }
  }

  private static func filing<R: ~Copyable>(
    _ body: () throws(FilingError) -> R
  ) throws(ExportError) -> R {
    do throws(FilingError) { return try body() } catch { throw .filing(error) }
  }

  /// Registers a file once it is whole, then gives it its name.
  private func register(
    _ writing: ExportWriting, rows: Int, of person: PersonCode?, _ people: [RegisteredExport.Person]
  ) throws(ExportError) -> ExportedFile {
    try writing.settle()
    do throws(ExportError) {
      try readBack(writing, copies: rows, of: person)
    } catch {
      throw error.noted(of: fileName(of: person), for: plan.form, session)
    }
    var export = RegisteredExport(
      form: plan.form, incomeYear: plan.incomeYear, fileName: fileName(of: person),
      bytes: writing.count, rows: rows, numbers: 0, people: people, blanks: [])
    export.isReissue = plan.isReissue
    let id = try writing.finish(export, in: folder, session)
    return ExportedFile(
      plan: plan,
      file: WrittenFile(
        path: path(of: person), id: id, rows: rows, bytes: writing.count, numbers: 0, blanks: []),
      uncompared: [])
  }

  /// Nobody's number stands on what is released.
  private func readBack(
    _ writing: ExportWriting, copies: Int, of person: PersonCode?
  ) throws(ExportError) {
    let arrangement: SheetArrangement = person == nil ? .pairs : .single
    guard let person, let passphrases else {
      return try PageReadBack.checkOwnCopies(writing, count: copies, on: plan.paper, arrangement)
    }
    _ = try passphrases.lend(of: person) { (word) throws(ExportError) in
      try PageReadBack.checkOwnCopies(
        writing, count: copies, on: plan.paper, arrangement, passphrase: word)
    }
  }

  private func path(of person: PersonCode?) -> String { folder + "/" + fileName(of: person) }

  private func fileName(of person: PersonCode?) -> String {
    "recipient-\(plan.incomeYear)" + (person.map { "-\($0.text)" } ?? "") + ".pdf"
  }

  private static func person(_ slip: RecipientSlip) -> RegisteredExport.Person {
    RegisteredExport.Person(code: slip.person, wasPaid: true, isDeclared: slip.hasDeclaration)
  }
}
