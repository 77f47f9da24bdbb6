public import Custody
internal import Numbers
internal import People
internal import Rules
internal import Text

/// Puts numbers, through the gate, into a file of notices (届書) that other software made.
///
/// The file says who is on a notice; the vault only supplies the number of the person it matches.
/// Nothing but the number fields changes, byte for byte.
public struct NoticeFill {
  private let session: Session
  private let options: NoticeFillOptions

  /// Fills as the session's user.
  public init(_ session: Session, options: NoticeFillOptions) {
    self.session = session
    self.options = options
  }

  /// Writes the filled file into a folder, which is made if it is missing.
  ///
  /// - Parameters:
  ///   - descriptor: The file of notices, open for reading and seekable.
  ///   - matches: Who stands on which line, where the user says so.
  /// - Throws: `.filing` with every mistake of the file and everybody who is not found, before any
  ///   number is opened; `.blocked` with all people whose number is missing for a reason not allowed
  ///   to be left blank; `.custody`. Then nothing was written.
  public func run(
    notices descriptor: Int32, matches: NoticeMatches = NoticeMatches(), into folder: String
  ) throws(ExportError) -> FilledNotice {
    try custody { () throws(CustodyError) in try session.require(.export) }
    let file = try read(descriptor)
    let matched = try match(file, matches)
    let queries = queries(matched)
    let foresight = try foresee(queries)
    try check(file, matched, foresight)
    try ExportWriting.makeFolder(folder)
    return try write(file, matched, queries, foresight, into: folder)
  }

  // MARK: Reading

  private func rules() throws(FilingError) -> NoticeRules {
    try NoticeRules(policy: session.vault.policy)
  }

  func read(_ descriptor: Int32) throws(ExportError) -> NoticeFile {
    try filing { () throws(FilingError) in
      let layout = try rules().layout(for: options.forms, on: session.vault.today)
      return try NoticeFile(
        fileDescriptor: descriptor, layout: layout, forms: options.forms,
        discardNumbers: options.discardNumbers, today: session.vault.today)
    }
  }

  /// Finds everybody, and lists all that is wrong so far.
  ///
  /// Where nothing may be left blank, every number will be filled, or none is.
  func match(
    _ file: NoticeFile, _ matches: NoticeMatches
  ) throws(ExportError) -> NoticeMatching {
    let directory = SessionDirectory(session)
    let matched = NoticeMatching(file, matches, directory)
    if let failure = directory.failure { throw .custody(failure) }
    var mistakes = file.mistakes + matched.mistakes
    if options.leaveBlank.isEmpty {
      mistakes += Self.mistakes(around: { _, _ in true }, file, matched)
    }
    guard mistakes.isEmpty else { throw .filing(.mistakes(mistakes.sorted())) }
    guard matched.unused.isEmpty else {
      throw .filing(.mistakes(matched.unused.map { FilingMistake(line: $0, rule: .notAField) }))
    }
    return matched
  }

  /// What is wrong with the fields around numbers: an address may have to be empty beside one.
  private static func mistakes(
    around isFilled: (NoticeRow, NoticeSlot) -> Bool, _ file: NoticeFile,
    _ matched: NoticeMatching
  ) -> [FilingMistake] {
    var mistakes: [FilingMistake] = []
    for (row, slots) in zip(file.rows, matched.slots) where !slots.isEmpty {
      let filled = Set(slots.filter { isFilled(row, $0) }.map(\.field))
      mistakes += NoticeCheck(row, today: .last).mistakes(filled: filled)
    }
    return mistakes
  }

  // MARK: The gate

  /// What the slots of each record ask of the gate.
  func queries(_ matched: NoticeMatching) -> [[NumberQuery]] {
    matched.slots.map { $0.map(query) }
  }

  private func query(_ slot: NoticeSlot) -> NumberQuery {
    let reason = session.vault.policy.form(slot.form)?.ja ?? slot.form.rawValue
    return NumberQuery(code: slot.person, form: slot.form, reason: reason)
  }

  func foresee(_ queries: [[NumberQuery]]) throws(ExportError) -> NumberForesight {
    var foresight = NumberForesight(session)
    try custody { () throws(CustodyError) in try foresight.take(queries.joined()) }
    try foresight.finish()
    return foresight
  }

  private func check(
    _ file: NoticeFile, _ matched: NoticeMatching, _ foresight: NumberForesight
  ) throws(ExportError) {
    try NumberForesight.check([foresight], leaving: options.leaveBlank, session)
    let mistakes = Self.mistakes(
      around: { foresight.reason(query($1)) == nil }, file, matched)
    guard mistakes.isEmpty else { throw .filing(.mistakes(mistakes.sorted())) }
  }

  // MARK: Writing

  private func write(
    _ file: NoticeFile, _ matched: NoticeMatching, _ queries: [[NumberQuery]],
    _ foresight: NumberForesight, into folder: String
  ) throws(ExportError) -> FilledNotice {
    var filling = try filling(file, foresight, into: folder)
    for row in Self.filled(file, matched, queries) { try filling.take(row) }
    let written = try filling.finish(incomeYear: nil)
    return FilledNotice(
      layout: file.layout, forms: Self.forms(of: file), file: written, discarded: file.discarded,
      notes: matched.notes)
  }

  /// Begins the file, with what stands before its records.
  func filling(
    _ file: NoticeFile, _ foresight: NumberForesight, into folder: String
  ) throws(ExportError) -> NumberFilling {
    let (fileName, form) = (file.layout.fileName, Self.forms(of: file)[0])
    let writing = try ExportWriting(fileName, for: form, in: folder, session)
    let readBack = ReadBack(
      file.encoding, hasByteOrderMark: false, numberWidth: MyNumber.digitCount,
      known: KnownTexts(nil))
    var filling = NumberFilling(
      foresight, session, RecordComposer(encoding: file.encoding), readBack, writing,
      named: fileName, in: folder, for: form)
    filling.take(head: file.head)
    return filling
  }

  /// The records on their way into the file.
  static func filled(
    _ file: NoticeFile, _ matched: NoticeMatching, _ queries: [[NumberQuery]]
  ) -> [FilledRow] {
    var rows: [FilledRow] = []
    var firstSlot = 0
    for (place, row) in file.rows.enumerated() {
      let slots = matched.slots[place]
      let asked = zip(slots, queries[place]).map { slot, query in
        FilledRow.Slot(field: slot.field, isRemark: false, query: query)
      }
      rows.append(
        FilledRow(
          composed: composed(row, slots, firstSlot), slots: asked,
          fieldCount: row.layout.fields.count, shown: slots.map(shown)))
      firstSlot += slots.count
    }
    return rows
  }

  static func composed(
    _ row: NoticeRow, _ slots: [NoticeSlot], _ firstSlot: Int
  ) -> ComposedRow {
    let filled = Set(slots.map(\.field))
    let holes = row.passed.gaps.filter { filled.contains($0.field) }
      .map { NumberHole(offset: $0.offset, style: .plain(width: row.layout.numberWidth)) }
    return ComposedRow(firstSlot: firstSlot, bytes: row.passed.bytes, holes: holes)
  }

  private static func shown(_ slot: NoticeSlot) -> RegisteredExport.Person {
    RegisteredExport.Person(code: slot.person, notices: [slot.form])
  }

  /// The forms of the records, each once.
  private static func forms(of file: NoticeFile) -> [FormCopyID] {
    file.rows.compactMap { NoticeLayout.form(of: $0.layout) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  // MARK: Errors

  private func custody<R>(_ body: () throws(CustodyError) -> R) throws(ExportError) -> R {
    do throws(CustodyError) { return try body() } catch { throw .custody(error) }
  }

  private func filing<R>(_ body: () throws(FilingError) -> R) throws(ExportError) -> R {
    do throws(FilingError) { return try body() } catch { throw .filing(error) }
  }
}
