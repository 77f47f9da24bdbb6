internal import Auditing
internal import JSON
internal import People
internal import Sealing
internal import Secrets

extension Session {
  /// Makes durable who looks at what, before it is shown or a file gets its name.
  ///
  /// - Throws: `.badInput` for a path or a user's name that is too long or could hold a number;
  ///   `.busy` if somebody wrote to the log since a report was begun.
  public func note(_ inspection: Inspection) throws(CustodyError) {
    switch inspection {
    case .report(let record, let index): try note(record, at: index)
    case .verification(let asOf, let people):
      var content = entry("verify-report")
      content.detail["as_of"] = .string(asOf.isoText)
      try note(content, covering: people)
    case .names(let people): try note(entry("list"), covering: people)
    case .ledger(let year, let people):
      var content = entry("ledger")
      content.detail["year"] = .integer(year)
      try note(content, covering: people)
    case .handlingLedger(let asOf): try note("handling-ledger", asOf: asOf)
    case .selfCheck(let asOf): try note("self-check", asOf: asOf)
    case .profile(let code):
      var content = entry("show")
      content.person = code.text
      try record([content])
    case .logExport(let file, let entries):
      try note(try entry("audit-export", file), covering: entries)
    case .checkpoint(let file, let entries):
      try note(try entry("audit-checkpoint", file), covering: entries)
    }
  }

  private func note(_ action: String, asOf: CalendarDate) throws(CustodyError) {
    var content = entry(action)
    content.detail["as_of"] = .string(asOf.isoText)
    try noteReport(content)
  }

  private func note(_ record: ReportRecord, at index: Int) throws(CustodyError) {
    var content = entry(ReportRecord.action)
    content.person = record.person?.text
    do throws(AuditingError) {
      content.detail = try record.detail()
    } catch {
      throw CustodyError(error)
    }
    try noteReport(content, at: index)
  }

  /// A report covers the log up to its own entry.
  ///
  /// - Parameter index: Where that must stand, if the report was made before it.
  private func noteReport(
    _ content: EntryContent, at index: Int? = nil
  ) throws(CustodyError) {
    var content = content
    let transaction = try Transaction(vault, touchesKeys: false)
    guard index == nil || index == transaction.nextIndex else { throw CustodyError(.busy) }
    content.count = transaction.nextIndex + 1
    try transaction.add(content)
    try transaction.finish(signedBy: secrets.signer)
  }

  private func note(_ content: EntryContent, covering count: Int) throws(CustodyError) {
    var content = content
    content.count = count
    try record([content])
  }

  /// An entry that registers a file under a random id.
  func entry(
    _ action: String, _ file: Inspection.WrittenFile
  ) throws(CustodyError) -> EntryContent {
    let id: [UInt8] = try CustodyError.gathering { try vault.environment.random.bytes(16) }
    var content = entry(action)
    content.detail = [
      "id": .string(Hex.encode(id)), "file": try Self.word(file.path),
      "bytes": .integer(file.bytes),
    ]
    return content
  }

  static func word(_ text: String) throws(CustodyError) -> CanonicalValue {
    do throws(AuditingError) {
      return .string(try FreeText(text).text)
    } catch {
      throw CustodyError(error)
    }
  }
}
