public import Auditing
internal import JSON
public import People
internal import Rules
public import Text
internal import Wording

/// The register of files made with numbers (出力状況の記録): what stands, what the authority said, and
/// the destruction of each.
public struct ExportedFiles {
  private let session: Session
  private var vault: Vault { session.vault }

  /// Who may look at the register.
  private static let readers: [Action] = [.export, .entrust, .audit, .purge]
  /// Who may destroy a file.
  private static let destroyers: [Action] = [.export, .purge]

  /// Acts as the session's user.
  public init(_ session: Session) { self.session = session }

  /// The files, oldest first, those handed over to contractors among them.
  ///
  /// - Throws: `.refused`.
  public func list() throws(CustodyError) -> [ExportRecord] {
    try session.require(oneOf: Self.readers)
    return try vault.book(ExportBook.self).files
  }

  /// What stands at a file's place now; nil for one whose place is not known.
  ///
  /// - Throws: `.output` where the file system does not say.
  public func look(at record: ExportRecord) throws(CustodyError) -> MadeFile.Finding? {
    guard let file = Self.file(of: record) else { return nil }
    return try MadeFileDisposal.reaching { () throws(TextError) in try file.look() }
  }

  /// Lends the file of an id, open for reading, to hold another one against it.
  ///
  /// - Returns: What stands at its place: the file is lent only if it is there; nil for an id without
  ///   a file of a known place.
  /// - Throws: `.refused`; `.output` where the file cannot be read.
  public func lend(
    _ id: String, _ body: (MadeFile.Reading) throws(TextError) -> Void
  ) throws(CustodyError) -> MadeFile.Finding? {
    try session.require(.export)
    guard let record = try vault.book(ExportBook.self).files.last(where: { $0.id == id }),
      let file = Self.file(of: record)
    else { return nil }
    return try MadeFileDisposal.reaching { () throws(TextError) in try file.lend(body) }
  }

  /// Records the number under which the authority accepted a file (受付番号).
  ///
  /// - Parameters:
  ///   - name: The path, or enough of the beginning of the register's id.
  ///   - day: The day of acceptance; not before the file was made, nor to come.
  /// - Throws: `.refused`, `.notFound`, `.usage`.
  public func accept(
    _ name: String, under number: AcceptanceNumber, on day: CalendarDate
  ) throws(CustodyError) -> ExportRecord {
    try session.require(.export)
    let record = try find(name, amongStanding: false)
    guard !record.forms.isEmpty, !record.isHandOver else {
      throw CustodyError(.usage("the file is handed over to a contractor, not filed"))
    }
    guard record.time.japanDate <= day, day <= vault.today else {
      throw CustodyError(.usage("the day is before the file was made, or has not come yet"))
    }
    guard !record.acceptances.contains(where: { $0.number == number.text }) else {
      throw CustodyError(.usage("the number is recorded already"))
    }
    try note(
      "export-receipt", record,
      [
        "number": .string(number.text), "on": .string(day.isoText),
      ])
    return record
  }

  /// Destroys a file.
  ///
  /// It records that it begins, overwrites the file, takes its name away and records that it is done.
  /// Stopped at any point, it is finished by calling it again.
  ///
  /// - Parameters:
  ///   - name: The path, or enough of the beginning of the register's id.
  ///   - isGone: The user says that the file was destroyed elsewhere; nothing is overwritten, and
  ///     what stands at its place now is left alone.
  /// - Throws: `.integrity`, with an entry in the log, where a link or another file stands in its
  ///   place; `.notFound` where nothing does; `.refused`, `.usage`, `.output`.
  public func dispose(
    _ name: String, isGone: Bool = false
  ) throws(CustodyError) -> ExportRecord.Disposal {
    try session.require(oneOf: Self.destroyers)
    let record = try find(name, amongStanding: true)
    guard let file = Self.file(of: record) else {
      throw CustodyError(.usage("the register does not say where the file stands"))
    }
    let disposal = MadeFileDisposal(
      file: file, wasBegun: record.isBeingDestroyed, register: .exports)
    let how = try disposal.run(isGone: isGone) { () throws(CustodyError) in
      try note("export-dispose", record)
    } fail: { (word) throws(CustodyError) in
      var content = entry("export-dispose", record)
      content.outcome = .failed
      content.rule = word
      try session.record([content])
    }
    try note("export-disposed", record, ["method": .string(how.rawValue)])
    return how
  }

  // MARK: Parts

  private func entry(_ action: String, _ record: ExportRecord) -> EntryContent {
    var content = session.entry(action)
    content.form = record.forms.first
    content.detail = ["id": .string(record.id)]
    return content
  }

  private func note(
    _ action: String, _ record: ExportRecord, _ detail: [String: CanonicalValue] = [:]
  ) throws(CustodyError) {
    var content = entry(action, record)
    content.detail.merge(detail) { $1 }
    try session.record([content])
  }

  /// The one file of a path or an id.
  private func find(_ name: String, amongStanding: Bool) throws(CustodyError) -> ExportRecord {
    let path = Self.resolved(name)
    let named = try vault.book(ExportBook.self).files.filter { record in
      record.path == path || (name.utf8.count >= 4 && record.id.hasPrefix(name))
    }
    guard let newest = named.last else { throw CustodyError(.notFound("export \(name)")) }
    // Of those made one after another at the same path the one that stands is meant.
    let standing = named.filter(\.standsHere)
    guard Set((standing.isEmpty ? named : standing).map(\.path)).count == 1, standing.count <= 1
    else { throw CustodyError(.usage("more than one begins with \(name)")) }
    if let record = standing.first { return record }
    guard amongStanding else { return newest }
    throw CustodyError(.usage("it is recorded as destroyed already"))
  }

  /// A path as the register has it: the folder without links, the name as it is.
  static func resolved(_ path: String) -> String {
    guard path.contains("/"), let place = PrivateFolder.place(of: path) else { return path }
    return place.folder + "/" + place.name
  }

  private static func file(of record: ExportRecord) -> MadeFile? {
    guard let folder = record.folder else { return nil }
    return MadeFile(
      folder: folder, name: record.name, inode: record.inode, count: record.bytes)
  }
}

extension MadeFile.Finding {
  /// The word of listings and of the log.
  public var word: String {
    switch self {
    case .there: "there"
    case .missing: "missing"
    case .link: "link"
    case .another: "another-file"
    case .resized: "other-size"
    }
  }
}
