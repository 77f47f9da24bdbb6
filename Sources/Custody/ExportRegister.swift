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
    let forms = Dictionary(
      export.people.compactMap { person in person.notices.min().map { (person.code, $0) } },
      uniquingKeysWith: { first, _ in first })
    for blank in export.blanks {
      try note(blank, forms[blank.code] ?? export.form, transaction)
    }
    var added: [ExportRegistration.Filing] = []
    for person in export.people {
      let events = try noteFiling(person, export, id, transaction)
      if !events.isEmpty {
        added.append(ExportRegistration.Filing(code: person.code, events: events))
      }
    }
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
      "event": .string(Self.joined(taken.map(\.kind.english))), "export": .string(registration.id),
    ]
    if let year = registration.year { content.detail["year"] = .integer(year) }
    let forms = taken.compactMap(\.form)
    content.detail["form"] = .string(
      Self.joined(forms.isEmpty ? [registration.form.rawValue] : forms))
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
      content.detail["forms"] = .string(Self.joined(notices.sorted().map(\.rawValue)))
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

  private func note(
    _ blank: RegisteredExport.Blank, _ form: FormCopyID, _ transaction: Transaction
  ) throws(CustodyError) {
    var content = session.entry("blank")
    content.person = blank.code.text
    content.form = form.rawValue
    content.rule = blank.reason.english
    try transaction.add(content)
  }

  /// The export of a slip with numbers is the filing, and the row behind it the year's pay and
  /// declaration; a later one of the same year adds no event, but an entry that says with which
  /// number.
  ///
  /// - Returns: The events added.
  private func noteFiling(
    _ filed: RegisteredExport.Person, _ export: RegisteredExport, _ id: String,
    _ transaction: Transaction
  ) throws(CustodyError) -> [LifeEvent] {
    guard let person = try session.person(filed.code) else { return [] }
    if filed.isVoided {
      try noteAgain(filed, export, id, person, transaction)
      return []
    }
    var record = person.record
    let events = export.incomeYear.map { self.events(of: filed, $0, export.form) } ?? []
    var added: [LifeEvent] = []
    for event in events + notices(filed) where !record.events.contains(where: event.isSame) {
      record.add(event)
      added.append(event)
    }
    guard !added.isEmpty else {
      try noteAgain(filed, export, id, person, transaction)
      return []
    }
    var content = session.entry("event")
    content.person = filed.code.text
    note(filed, export, id, record, in: &content)
    content.detail["event"] = .string(Self.joined(added.map { $0.kind.english }))
    if let year = export.incomeYear { content.detail["year"] = .integer(year) }
    if !filed.notices.isEmpty { content.detail["on"] = .string(vault.today.isoText) }
    if let day = filed.retirementPaidOn { content.detail["on"] = .string(day.isoText) }
    let forms = filed.notices.isEmpty ? [export.form] : filed.notices.sorted()
    content.detail["form"] = .string(Self.joined(forms.map { $0.rawValue }))
    try RecordWriting(vault).write(record, of: person, content, in: transaction)
    return added
  }

  /// Notes a slip of which everything else is known already, or that one is void.
  private func noteAgain(
    _ filed: RegisteredExport.Person, _ export: RegisteredExport, _ id: String,
    _ person: VerifiedPerson, _ transaction: Transaction
  ) throws(CustodyError) {
    guard export.incomeYear != nil, carriesNumbers(export.form) else { return }
    var content = session.entry("filed")
    content.person = filed.code.text
    content.form = export.form.rawValue
    note(filed, export, id, person.record, in: &content)
    if let year = export.incomeYear { content.detail["year"] = .integer(year) }
    try transaction.add(content, person: person.row)
  }

  /// Says in which file a slip stands and with which version of the number, 0 for a blank: a slip
  /// that voids it must equal it.
  private func note(
    _ filed: RegisteredExport.Person, _ export: RegisteredExport, _ id: String,
    _ record: PersonRecord, in content: inout EntryContent
  ) {
    guard export.incomeYear != nil, carriesNumbers(export.form) else { return }
    content.detail["export"] = .string(id)
    if filed.isVoided {
      content.detail["voided"] = .bool(true)
    } else {
      let isBlank = export.blanks.contains { $0.code == filed.code }
      content.detail["number_version"] = .integer(isBlank ? 0 : record.currentVersion)
    }
  }

  private func carriesNumbers(_ form: FormCopyID) -> Bool {
    vault.policy.form(form)?.carries.isEmpty != true
  }

  /// The notices of a person, filed on the day on which the file is made; that of a loss completes
  /// its matter.
  private func notices(_ filed: RegisteredExport.Person) -> [LifeEvent] {
    filed.notices.sorted().map { form in
      LifeEvent(.noticeFiled, on: vault.today, form: form.rawValue, basis: .derived)
    }
  }

  /// The words with commas between, each once.
  private static func joined(_ words: [String]) -> String {
    var listed: [String] = []
    for word in words where !listed.contains(word) { listed.append(word) }
    return listed.joined(separator: ",")
  }

  /// What follows from a slip: a copy that bears nobody's number files nothing.
  ///
  /// The day of a filing says which number it bore, should that turn out to be wrong.
  private func events(
    of filed: RegisteredExport.Person, _ year: Int, _ form: FormCopyID
  ) -> [LifeEvent] {
    var events: [LifeEvent] = []
    if carriesNumbers(form) {
      events.append(
        LifeEvent(.slipFiled, on: vault.today, year: year, form: form.rawValue, basis: .derived))
    }
    if filed.wasPaid { events.append(LifeEvent(.paid, year: year, basis: .derived)) }
    if filed.isDeclared {
      events.append(LifeEvent(.declarationReceived, year: year, basis: .derived))
    }
    if let day = filed.retirementPaidOn {
      events.append(LifeEvent(.retirementPaid, on: day, basis: .derived))
    }
    return events
  }
}
