internal import Auditing
internal import JSON
internal import People
public import Rules
internal import Sealing
internal import Secrets

/// Registers what leaves the house (出力状況の記録): each file under a random id.
///
/// There is no digest of the file: it would be a digest of numbers.
public struct ExportRegister {
  private let session: Session
  private var vault: Vault { session.vault }

  /// Registers as the session's user.
  public init(_ session: Session) { self.session = session }

  /// An id for a file that is about to be made, 32 hex digits.
  public func newID() throws(CustodyError) -> String {
    let id: [UInt8] = try CustodyError.gathering { try vault.environment.random.bytes(16) }
    return Hex.encode(id)
  }

  /// Registers a file that is written but has no name yet, notes the blanks left in it, and notes
  /// for each person what follows from it: the slip of the year or the notice is filed, there was
  /// pay, there is a declaration.
  ///
  /// - Returns: What was registered, under its id.
  @discardableResult
  public func add(_ export: RegisteredExport) throws(CustodyError) -> ExportRegistration {
    try session.require(.export)
    let id = if let place = export.place { place.id } else { try newID() }
    let transaction = try Transaction(vault, touchesKeys: false)
    try transaction.add(try entry(of: export, id))
    var notes = FilingNotes(session, of: export, id: id, in: transaction)
    let added = try notes.add()
    try transaction.finish(signedBy: session.secrets.signer)
    return ExportRegistration(id: id, form: export.form, year: export.incomeYear, filings: added)
  }

  /// Takes a file out of the register that got no name after all, and what was noted of people for it.
  public func withdraw(_ registration: ExportRegistration) throws(CustodyError) {
    let transaction = try Transaction(vault, touchesKeys: false)
    var content = session.entry("export-withdrawn")
    content.form = registration.form.rawValue
    content.detail = ["id": .string(registration.id)]
    try transaction.add(content)
    for filing in registration.filings { try takeBack(filing, registration, transaction) }
    try transaction.finish(signedBy: session.secrets.signer)
  }

  private func takeBack(
    _ filing: ExportRegistration.Filing, _ registration: ExportRegistration,
    _ transaction: Transaction
  ) throws(CustodyError) {
    guard let person = try vault.person(filing.code) else { return }
    var record = person.record
    var taken: [LifeEvent] = []
    for event in filing.events where record.takeBack(derived: event) != nil { taken.append(event) }
    guard !taken.isEmpty else { return }
    var content = session.entry("event-undo")
    content.person = filing.code.text
    content.detail = [
      "event": .string(FilingNotes.joined(taken.map(\.kind.english))),
      "export": .string(registration.id),
    ]
    if let year = registration.year { content.detail["year"] = .integer(year) }
    let forms = taken.compactMap(\.form)
    content.detail["form"] = .string(
      FilingNotes.joined(forms.isEmpty ? [registration.form.rawValue] : forms))
    try RecordWriting(vault).write(record, of: person, content, in: transaction)
  }

  private func entry(
    of export: RegisteredExport, _ id: String
  ) throws(CustodyError) -> EntryContent {
    var content = session.entry("export")
    content.form = export.form.rawValue
    if let form = vault.policy.form(export.form) {
      content.recipient = form.recipient.rawValue
      content.article = form.article19Item.map { "番号法19条\($0)号" }
    }
    content.count = export.rows
    content.detail = [
      "id": .string(id), "file": try Session.word(export.fileName),
      "bytes": .integer(export.bytes), "numbers": .integer(export.numbers),
      "people": .integer(export.people.count),
    ]
    if let place = export.place {
      content.detail["folder"] = try Session.word(place.folder)
      content.detail["inode"] = .string(place.inode)
    }
    if export.numbers > 0 {
      let due = vault.policy.exportedFiles.due(madeOn: vault.today)
      content.detail["due"] = .string(due.isoText)
    }
    if export.isReissue { content.detail["reissue"] = .bool(true) }
    if let year = export.incomeYear { content.detail["year"] = .integer(year) }
    let notices = export.people.reduce(into: Set<FormCopyID>()) { $0.formUnion($1.notices) }
    if notices.count > 1 {
      content.detail["forms"] = .string(FilingNotes.joined(notices.sorted().map(\.rawValue)))
    }
    return content
  }

  /// Notes that a file with numbers is begun under its name, where the file system has no nameless
  /// files.
  ///
  /// - Throws: `.badInput` for a folder's path that is too long or could hold a number.
  public func announce(
    _ fileName: String, in folder: String, id: String, for form: FormCopyID
  ) throws(CustodyError) {
    try session.require(.export)
    var content = session.entry("export-begin")
    content.form = form.rawValue
    content.detail = [
      "id": .string(id), "file": try Session.word(fileName), "folder": try Session.word(folder),
      "due": .string(vault.today.isoText),
    ]
    try session.record([content])
  }

  /// Refuses a folder and a name that may not stand in the log, before anything is written there.
  ///
  /// - Throws: `.badInput`.
  public func check(_ fileName: String, in folder: String) throws(CustodyError) {
    _ = try (Session.word(folder), Session.word(fileName))
  }

  /// Notes that a file was thrown away when it was read back: it did not hold what was meant.
  public func fail(_ fileName: String, for form: FormCopyID) throws(CustodyError) {
    var content = session.entry("export", outcome: .failed)
    content.form = form.rawValue
    content.rule = "read-back"
    content.detail = ["file": try Session.word(fileName)]
    try session.record([content])
  }

  /// Notes that people without a usable number stop an export, an entry each.
  public func refuse(
    _ blanks: [RegisteredExport.Blank], for form: FormCopyID
  ) throws(CustodyError) {
    guard !blanks.isEmpty else { return }
    try session.record(
      blanks.map { blank in
        var content = session.entry("export", outcome: .refused)
        content.person = blank.code.text
        content.form = form.rawValue
        content.rule = blank.reason.english
        return content
      })
  }
}
