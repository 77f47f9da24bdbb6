internal import Auditing
internal import Numbers
internal import People
internal import Rules
internal import Sealing
internal import Secrets
internal import Storage
internal import Text
internal import Wording

/// One import from its first row to its commit.
final class ImportRun {
  private let session: Session
  private let options: ImportOptions
  private let file: String
  private let isDry: Bool
  private let mapping: ColumnMapping?
  private let declaration: DeclarationID
  private let sealer: CollectionSealer
  private let planner: PersonPlanner
  private let families: FamilyRegister
  private let spool: ImportSpool
  private let limit: AttestationLimit
  private var mistakes: [InputMistake] = []
  private var lines: [String: Int] = [:]
  private var waiting: [String: Int] = [:]
  /// Employees whose rows are faulty: their families are not told of it again.
  private var faulty: Set<String> = []
  /// What of the file's employees concerns their families.
  private var households: [String: HouseholdEvents] = [:]
  /// Employees of whom the file says something new that concerns their families.
  private var moved: [PersonCode] = []
  private var employeeColumn: Int?
  /// The one proprietor, of the vault or of the file.
  private var proprietor: PersonCode?
  /// Numbers that the file says were wrong: whose, and the version held so far.
  private var wrong = WrongNumbers()
  /// Verifications of numbers held already that are refused: whose, and why.
  private var refused: [RefusedVerification] = []
  private(set) var summary = ImportSummary()
  private var vault: Vault { session.vault }

  init(
    _ session: Session, _ options: ImportOptions, file: String, isDry: Bool
  ) throws(CustodyError) {
    self.session = session
    self.options = options
    try options.check(on: session.vault.today)
    self.file = file
    self.isDry = isDry
    mapping = try options.mapping(of: session.vault.policy)
    let random = session.vault.environment.random
    declaration = try CustodyError.gathering { try DeclarationID(try random.bytes(16)) }
    sealer = try CustodyError.gathering {
      try CollectionSealer(vault: session.vault.id, random: random)
    }
    planner = try PersonPlanner(session, options, sealer, declaration: declaration)
    families = FamilyRegister(session)
    spool = try ImportSpool(session.vault.store)
    limit = AttestationLimit(session.vault)
  }

  // MARK: Reading

  /// Parses, checks and seals every row.
  func read(_ descriptor: Int32, _ progress: (Int) -> Void) throws(CustodyError) {
    var reader = try CSVReader(detecting: descriptor) { CustodyError($0, file: file) }
    guard try advance(&reader) else {
      throw CustodyError(.badInput([InputMistake(file: file, message: "the file is empty")]))
    }
    let header = try ImportHeader(reader.row, file: file, mapping: mapping)
    summary.unknownColumns = header.unknown
    if mapping != nil { summary.matches = header.matches }
    employeeColumn = header.place(.employeeCode).map { $0 + 1 }
    let judge = EvidenceJudge(
      policy: vault.policy, today: vault.today, user: session.account.id,
      attests: session.allows(.attest), changedOn: options.replacement?.changedOn)
    let rows = RowReader(
      header: header, policy: vault.policy, today: vault.today, file: file, judge: judge)
    var count = 0
    while try advance(&reader) {
      try take(reader.row, rows)
      count += 1
      if count % 1000 == 0 { progress(count) }
      if mistakes.count >= PersonImport.mistakeLimit { break }
    }
    if count == 0 { mistakes.append(noRows) }
    try checkEmployees()
    guard mistakes.isEmpty else {
      throw CustodyError(.badInput(mistakes.sorted { ($0.line ?? 0) < ($1.line ?? 0) }))
    }
    try carryToHouseholds()
    // A million codes take as much memory as a database's cache, which the writing needs next.
    lines = [:]
    waiting = [:]
    households = [:]
    summary.toNotify = planner.toNotify
    summary.ledgerOutdated = planner.ledgerOutdated
    try CustodyError.gathering { try sealer.finish() }
  }

  private var noRows: InputMistake {
    InputMistake(file: file, message: "there is no row under the header")
  }

  private func advance(_ reader: inout CSVReader) throws(CustodyError) -> Bool {
    do throws(TextError) {
      return try reader.advance()
    } catch {
      mistakes.append(
        InputMistake(file: file, line: error.line, column: error.column, message: error.rule))
      throw CustodyError(.badInput(mistakes))
    }
  }

  private func take(_ row: borrowing CSVRow, _ rows: RowReader) throws(CustodyError) {
    let before = mistakes.count
    let number = rows.number(row, mistakes: &mistakes)
    let hasNumber = number != nil || mistakes.count > before
    guard var draft = rows.draft(row, hasNumber: hasNumber, mistakes: &mistakes) else {
      if let code = rows.employee(ofFaulty: row) { faulty.insert(code.text) }
      return
    }
    if draft.isFamily { draft.employeeEvents = try eventsOfEmployee(draft.employee) }
    guard let (code, existing) = try resolve(draft) else { return }
    guard note(code, draft) else { return }
    let record = try record(draft, code, existing)
    if !draft.isFamily { noteHousehold(draft, record, existing?.record) }
    draft.verification = limit.verification(
      of: draft, record, changedOn: options.replacement?.changedOn)
    let (purposes, mistake) = planner.purposes(draft, record)
    if let mistake { note(draft.line, nil, ImportColumn.purposes.japanese, mistake) }
    let known = options.update ? existing?.record : nil
    for (column, message) in draft.mistakes(updating: known) {
      note(draft.line, nil, column.japanese, message)
    }
    if number != nil { noteRemoved(draft, record) }
    try noteProprietor(draft, code)
    guard mistakes.count == before else { return }
    let told = isDry ? planner.untold(purposes, record) : []
    if !told.isEmpty { summary.told.append((code, told)) }
    if let existing {
      try takeKnown(draft, existing, record, purposes, number, rows.judge)
    } else {
      summary.added += 1
      summary.count(draft, code, hasNumber: number != nil)
      try keep(try planner.add(draft, record, purposes, number: number))
    }
  }

  /// What happened to an employee is carried to the family, from the file or from the vault.
  private func eventsOfEmployee(_ code: PersonCode) throws(CustodyError) -> HouseholdEvents? {
    if let events = households[code.text] { return events }
    return try session.rows.person(code).map { HouseholdEvents(of: $0.record) }
  }

  /// Notes what of an employee's row concerns the family.
  private func noteHousehold(
    _ draft: PersonDraft, _ record: PersonRecord, _ known: PersonRecord?
  ) {
    noteOrder(draft)
    let (events, before) = (HouseholdEvents(of: record), known.map(HouseholdEvents.init(of:)))
    guard !events.isEmpty || before?.isEmpty == false else { return }
    households[draft.employee.text] = events
    if let before, before != events { moved.append(draft.employee) }
  }

  /// The family's rows are read with what the employee's row says.
  private func noteOrder(_ draft: PersonDraft) {
    guard waiting[draft.employee.text] != nil else { return }
    if draft.leftOn != nil {
      note(
        draft.line, employeeColumn, ImportColumn.leftOn.japanese,
        "the row of an employee who has left must stand before the family's")
    }
    for event in draft.events where event.carried != nil {
      let column = event.kind == .died ? ImportColumn.diedOn : .rehiredOn
      note(
        draft.line, employeeColumn, column.japanese,
        "the row of an employee who died or was hired again must stand before the family's")
    }
  }

  /// Carries what the file says of known employees to the dependents whom it leaves out.
  private func carryToHouseholds() throws(CustodyError) {
    for employee in moved {
      guard let events = households[employee.text] else { continue }
      for member in try session.loggedFamily(of: employee)
      where lines[member.record.code.text] == nil {
        guard let item = try planner.update(member, following: events) else { continue }
        summary.updated += 1
        try keep(item)
      }
    }
    moved = []
  }

  /// A family member who ceased to be a dependent stands on no form any more.
  private func noteRemoved(_ draft: PersonDraft, _ record: PersonRecord) {
    guard draft.isFamily, record.wasRemoved(by: vault.today) else { return }
    note(draft.line, nil, ImportColumn.myNumber.japanese, RowReader.noDependent)
  }

  /// There is one proprietor, whose number is the payer's on every slip.
  private func noteProprietor(_ draft: PersonDraft, _ code: PersonCode) throws(CustodyError) {
    guard draft.kind == .proprietor else { return }
    if proprietor == nil {
      var known: PersonCode?
      try vault.forEachPerson { person in
        if person.record.kind == .proprietor { known = person.record.code }
      }
      proprietor = known ?? code
    }
    if let other = proprietor, other != code {
      note(
        draft.line, nil, ImportColumn.kind.japanese,
        "there is a proprietor (事業主) already: \(other.text)")
    }
  }

  private func record(
    _ draft: PersonDraft, _ code: PersonCode, _ existing: VerifiedPerson?
  ) throws(CustodyError) -> PersonRecord {
    if let existing { return planner.record(draft, of: existing) }
    return try planner.blankRecord(draft, code: code)
  }

  /// A number held already is not touched and is reported; the rest changes under `--update`.
  private func takeKnown(
    _ draft: PersonDraft, _ person: VerifiedPerson, _ record: PersonRecord,
    _ purposes: [PurposeID], _ number: consuming MyNumber?, _ judge: EvidenceJudge
  ) throws(CustodyError) {
    let holds = person.record.current.map { $0.how == .current } ?? false
    if let number = number.take() {
      if !holds {
        summary.count(draft, person.record.code, hasNumber: true)
        return try keep(
          try planner.addNumber(draft, to: person, record, purposes, number: number))
      }
      if let replacement = options.replacement,
        !isRepeated(replacement, draft, person.record)
      {
        summary.replaced += 1
        summary.countVerification(draft, person.record.code)
        if case .correction = replacement {
          wrong.add(person.record.currentVersion, of: person.record.code)
        }
        return try keep(
          try planner.replace(draft, of: person, record, purposes, number: number, as: replacement))
      }
      summary.alreadyHeld += 1
    }
    guard options.update else { return }
    noteUntold(purposes, record)
    let verification = holds ? newVerification(draft, record, judge) : nil
    guard let item = try planner.update(draft, of: person, record, verification) else { return }
    summary.updated += 1
    if verification != nil { summary.verified.append(record.code.text) }
    try keep(item)
  }

  /// Whether a file that was imported before is imported again: the number stays, and is reported.
  private func isRepeated(
    _ replacement: ImportOptions.Replacement, _ draft: PersonDraft, _ record: PersonRecord
  ) -> Bool {
    guard !options.replacesAgain, let day = replacement.repeated(draft, of: record) else {
      return false
    }
    summary.replacedBefore[record.code.text] = day
    return true
  }

  /// What the row says of the verification of a number held already, if it is to be recorded; why not
  /// is reported.
  private func newVerification(
    _ draft: PersonDraft, _ record: PersonRecord, _ judge: EvidenceJudge
  ) -> Verification? {
    guard !draft.shown.columns.isEmpty else { return nil }
    // A new employment takes nothing from what was verified in an earlier one.
    let known = record.verification
    let isKnown = known.isComplete && known.verifiedOn == draft.shown.verifiedOn
    let judgement = judge.judge(
      draft.shown, of: record.kind, record.standing, hasNumber: true,
      hiredOn: isKnown ? nil : record.employedOn)
    switch EvidenceUpdate(judgement, of: record, under: vault.policy.identity) {
    case .nothing: break
    case .recorded(let verification):
      if session.allows(.verify) {
        if judgement.assumesDates { summary.datesAssumed += 1 }
        return verification
      }
      let refusal = Refusal.roleForbids(.verify)
      refuse(record.code, refusal.rule, refusal.article, "no role of the user allows verify")
    case .outdated(let why): summary.notTaken[record.code.text] = why
    case .refused(let gap):
      let article = gap.citations.map(\.description).joined(separator: ", ")
      refuse(
        record.code, gap.shortfall.id, article,
        gap.shortfall.phrase(under: vault.policy.identity))
    }
    return nil
  }

  private func refuse(_ code: PersonCode, _ rule: String, _ article: String, _ why: Phrase) {
    summary.notTaken[code.text] = why
    if !isDry { refused.append(RefusedVerification(code: code, rule: rule, article: article)) }
  }

  /// An update of somebody's standing declares nothing and opens nothing: who is to be told of what,
  /// so that the number serves it too, is reported.
  private func noteUntold(_ purposes: [PurposeID], _ record: PersonRecord) {
    let untold = purposes.filter {
      !record.declares($0.rawValue) || record.lacksSeal(for: $0.rawValue)
    }
    if !untold.isEmpty, record.lastLeaving == nil { summary.add(untold: untold, of: record.code) }
  }

  private func keep(_ item: ImportItem) throws(CustodyError) {
    if !isDry { try spool.append(item) }
  }

  private func resolve(
    _ draft: PersonDraft
  ) throws(CustodyError) -> (code: PersonCode, existing: VerifiedPerson?)? {
    guard draft.isFamily else {
      return (draft.employee, try session.rows.loggedPerson(draft.employee))
    }
    if waiting[draft.employee.text] == nil { waiting[draft.employee.text] = draft.line }
    switch try families.resolve(draft) {
    case .success(let member): return member
    case .failure(.dependentOutOfRange):
      note(
        draft.line, employeeColumn, ImportColumn.employeeCode.japanese,
        "the employee has 99 family members already, the most that there can be")
    case .failure(let error):
      note(draft.line, employeeColumn, ImportColumn.employeeCode.japanese, error.phrase)
    }
    return nil
  }

  /// Notes the code's line; false if the file has it twice.
  private func note(_ code: PersonCode, _ draft: PersonDraft) -> Bool {
    if let line = lines[code.text] {
      note(
        draft.line, employeeColumn, ImportColumn.employeeCode.japanese,
        "the same person as in line \(line)")
      return false
    }
    lines[code.text] = draft.line
    return true
  }

  private func note(_ line: Int, _ column: Int?, _ field: String, _ message: Phrase) {
    mistakes.append(
      InputMistake(file: file, line: line, column: column, field: field, message: message))
  }

  private func checkEmployees() throws(CustodyError) {
    for (text, line) in waiting where lines[text] == nil && !faulty.contains(text) {
      let known: Bool = try CustodyError.gathering {
        try session.rows.person(try PersonCode(text)) != nil
      }
      if !known {
        note(
          line, employeeColumn, ImportColumn.employeeCode.japanese,
          "neither the file nor the vault has this employee")
      }
    }
  }

  // MARK: Writing

  /// Inserts what was spooled, in one two-file commit, in which wrong numbers go too.
  func write() throws(CustodyError) {
    let refusals = refused.map { $0.entry(of: session) }
    guard spool.count > 0 else {
      if !refused.isEmpty { try session.record(refusals) }
      return
    }
    let purge = try wrong.purge(session)
    let transaction = try Transaction(vault, touchesKeys: true)
    let writer = try ImportWriter(
      session, transaction, lockboxes: sealer.madeLockboxes, declaration: declaration,
      count: spool.count, replacement: options.replacement)
    try spool.forEach(writer.write)
    for content in refusals { try transaction.add(content) }
    try purge?.shred(in: transaction)
    try transaction.finish(signedBy: session.secrets.signer)
    for (item, refusal) in purge?.refused ?? [] { summary.wrongKept[item.code.text] = refusal }
    summary.certificate = try purge?.certificate()
  }
}
