public import Auditing
public import People
public import Rules

/// Finds the people whom an incident concerns from the entries of a log, taken one by one.
///
/// The entries must come from a log that was verified, all of them, in order. Only codes are seen.
public struct IncidentAssessmentBuilder {
  private let incident: Int
  private let source: IncidentSource
  private let from: CalendarDate?
  private let to: CalendarDate?
  private var taken = 0
  private var file: IncidentFile?
  private var trail = AuthorityTrail()
  private var exports = ExportBook()
  private var backups = BackupBook()
  private var handling = HandlingBook()
  private var standing = StandingNumbers()
  private var found = ExposedNumbers()
  /// What each user read whom the asked name may mean: an id, or a name that several had.
  private var read: [String: ExposedNumbers] = [:]
  /// The reads of each user since the last sign-in, while the file asked for may still come.
  private var sessions: [String: [Entry]] = [:]
  private var isFileFound = false
  /// Whether the copy asked for is of a log that a restore gave up.
  private var isOfGivenUpLog = false

  private typealias ExposureEntry = (person: String, subject: ExposureSubject, index: Int)

  /// Asks about an incident.
  ///
  /// - Parameters:
  ///   - incident: The index of the entry that opened it.
  ///   - from: The first day (in Japan) of what was read; nil for no bound.
  ///   - to: The last day.
  public init(
    incident: Int, source: IncidentSource, from: CalendarDate? = nil, to: CalendarDate? = nil
  ) {
    self.incident = incident
    self.source = source
    self.from = from
    self.to = to
  }

  /// Takes the next entry of the log, from entry 0 on.
  ///
  /// - Throws: `.entryMissing` for any other.
  public mutating func add(_ entry: Entry) throws(ReportsError) {
    guard entry.index == taken else { throw .entryMissing(index: taken) }
    taken += 1
    trail.note(entry)
    exports.take(entry)
    backups.take(entry)
    handling.take(entry)
    if entry.index == incident { file = IncidentRecord(entry).map(IncidentFile.init) }
    file?.take(entry)
    switch source {
    case .user(let user):
      let actor = entry.content.actor
      if trail.isUser(actor, named: user) {
        noteRead(entry, in: &read[actor, default: ExposedNumbers()])
      }
    case .period: noteRead(entry, in: &found)
    case .records, .keys, .bothFiles: standing.note(entry)
    case .backup(let id): noteBackup(entry, id)
    case .export(let id): noteFile(entry, id)
    case .registered: break
    }
  }

  /// Makes the assessment.
  ///
  /// - Throws: `.incidentUnknown` where no such entry opened one; `.unknownUser`, `.fileUnknown` for
  ///   what the log does not know; `.severalUsers`.
  public consuming func finish(policy: Policy) throws(ReportsError) -> IncidentAssessment {
    guard let file else { throw .incidentUnknown(index: incident) }
    let source = try askedSource()
    let (numbers, encryption) = try exposed(to: file, source)
    var names = ReportNames(policy)
    names.users = trail.names
    return IncidentAssessment(
      incident: file, source: source, from: from, to: to, entries: taken,
      encryption: encryption, people: numbers.list(), exposed: numbers.figures(),
      export: export, registered: registered, moved: moved, copies: copies,
      isOfGivenUpLog: isOfGivenUpLog,
      names: names)
  }

  /// The source with the user's id in the place of a name: an id is nobody's name, and a name that
  /// several had is none.
  private func askedSource() throws(ReportsError) -> IncidentSource {
    guard case .user(let user) = source else { return source }
    if trail.names[user] != nil || user == "recovery" || user == "unknown" { return source }
    let ids = trail.names.filter { $0.value == user }.map(\.key).sorted(by: precedes)
    guard let id = ids.first else { throw .unknownUser }
    guard ids.count == 1 else { throw .severalUsers(ids) }
    return .user(id)
  }

  // MARK: What was read

  private func noteRead(_ entry: Entry, in found: inout ExposedNumbers) {
    let day = entry.time.japanDate
    if let from, day < from { return }
    if let to, to < day { return }
    guard let exposure = Self.exposure(entry) else { return }
    found.add(exposure.person, exposure.subject, entry: exposure.index)
  }

  /// A number that was opened, whatever became of it then.
  private static func exposure(_ entry: Entry) -> ExposureEntry? {
    let content = entry.content
    guard content.action == "read", content.outcome == .allowed, let person = content.person else {
      return nil
    }
    return (
      person,
      ExposureSubject(
        purpose: content.purpose, form: content.form, recipient: content.recipient), entry.index
    )
  }

  // MARK: What a file held

  private mutating func noteBackup(_ entry: Entry, _ id: String) {
    if !isFileFound { standing.note(entry) }
    guard !isFileFound, backup(id) != nil else { return }
    isFileFound = true
    isOfGivenUpLog = entry.content.action == CarriedEntry.action
  }

  private func backup(_ id: String) -> BackupRecord? { backups.copies.first { $0.id == id } }

  private func exportRecord(_ id: String) -> ExportRecord? { exports.files.first { $0.id == id } }

  /// Notes whose numbers stand in a file: those that its maker read for its forms since signing in.
  ///
  /// A slip that was noted as filed with it is one more entry behind the person.
  private mutating func noteFile(_ entry: Entry, _ id: String) {
    let content = entry.content
    guard !isFileFound else { return noteFiled(entry, id) }
    if content.action == "sign-in" { sessions[content.actor] = [] }
    if Self.exposure(entry) != nil { sessions[content.actor, default: []].append(entry) }
    guard let record = exportRecord(id), record.state != .begun else { return }
    isFileFound = true
    // What was read for a file of a log that a restore gave up is not here: the register's count stands.
    if content.action == CarriedEntry.action { sessions = [:] }
    for read in sessions[record.user] ?? [] {
      guard record.forms.contains(read.content.form ?? ""), let exposure = Self.exposure(read)
      else { continue }
      found.add(exposure.person, exposure.subject, entry: exposure.index)
    }
    sessions = [:]
  }

  private mutating func noteFiled(_ entry: Entry, _ id: String) {
    let content = entry.content
    guard content.text("export") == id, content.outcome == .done, let person = content.person,
      content.integer("number_version") != 0
    else { return }
    found.note(person, entry: entry.index)
  }

  // MARK: What it comes to

  private func exposed(
    to file: IncidentFile, _ source: IncidentSource
  ) throws(ReportsError) -> (ExposedNumbers, IncidentEncryption) {
    let opening = file.opening
    switch source {
    case .user(let user): return (read[user] ?? ExposedNumbers(), .none)
    case .period: return (found, .none)
    case .records: return (standing.exposed(to: opening), .keysApart)
    case .bothFiles: return (standing.exposed(to: opening), .keysBeside)
    case .keys: return (lostWithKeys(file), .keysOnly)
    case .backup(let id):
      guard let copy = backup(id) else { throw .fileUnknown(id: id) }
      return copy.kind == .keys
        ? (ExposedNumbers(), .keysOnly) : (standing.exposed(to: opening), .keysApart)
    case .export(let id):
      guard let record = exportRecord(id) else { throw .fileUnknown(id: id) }
      return (found, record.isHandOver ? .sealedForContractor : .none)
    case .registered(let entry):
      guard registered != nil || moved != nil else { throw .fileUnknown(id: "\(entry)") }
      return (ExposedNumbers(), .outside)
    }
  }

  /// Everybody held where the keys are lost: without them no number can be read (ガイドライン別添2-1C).
  ///
  /// Keys that were merely copied show nobody's number.
  private func lostWithKeys(_ file: IncidentFile) -> ExposedNumbers {
    file.harms.isDisjoint(with: [.loss, .damage, .alteration])
      ? ExposedNumbers() : standing.exposed(to: file.opening)
  }

  private var export: ExportRecord? {
    guard case .export(let id) = source else { return nil }
    return exportRecord(id)
  }

  private var registered: HandledFile? {
    guard case .registered(let entry) = source else { return nil }
    return handling.files.first { $0.entry == entry || $0.entry == moved?.file }
  }

  private var moved: HandlingMove? {
    guard case .registered(let entry) = source else { return nil }
    return handling.moves.first { $0.entry == entry }
  }

  /// The copies that stand of the other file: with both, whoever has a passphrase can read.
  private var copies: [BackupRecord] {
    let other: BackupRecord.Kind?
    switch source {
    case .records: other = .keys
    case .keys: other = .records
    case .backup(let id): other = backup(id)?.kind == .keys ? .records : .keys
    default: other = nil
    }
    return backups.copies.filter { $0.kind == other && $0.isOutstanding }
  }
}
