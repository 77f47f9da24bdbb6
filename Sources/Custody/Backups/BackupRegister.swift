public import Auditing
internal import JSON
internal import Rules
internal import Text
internal import Wording

/// The register of copies of the vault's files: which stand, and the destruction of each.
public struct BackupRegister {
  private let session: Session

  /// Acts as the session's user.
  public init(_ session: Session) { self.session = session }

  /// The copies, oldest first.
  ///
  /// - Throws: `.refused`.
  public func list() throws(CustodyError) -> [BackupRecord] {
    try session.require(oneOf: [.backup, .audit])
    return try session.vault.book(BackupBook.self).copies
  }

  /// Destroys a copy, as ``ExportedFiles/dispose(_:isGone:)`` does a file.
  ///
  /// - Parameters:
  ///   - name: The path, or enough of the beginning of the register's id.
  ///   - isGone: The user says that the copy was destroyed elsewhere.
  /// - Throws: `.integrity`, with an entry in the log, where a link or another file stands in its
  ///   place; `.notFound` where nothing does; `.refused`, `.usage`, `.output`.
  public func dispose(
    _ name: String, isGone: Bool = false
  ) throws(CustodyError) -> ExportRecord.Disposal {
    try session.require(.backup)
    let record = try find(name)
    let disposal = MadeFileDisposal(
      file: MadeFile(
        folder: record.folder, name: record.name, inode: record.inode, count: record.bytes),
      wasBegun: record.state == .disposing, register: .backups)
    let how = try disposal.run(isGone: isGone) { () throws(CustodyError) in
      try session.record([entry("backup-dispose", record)])
    } fail: { (word) throws(CustodyError) in
      var content = entry("backup-dispose", record)
      content.outcome = .failed
      content.rule = word
      try session.record([content])
    }
    var content = entry("backup-disposed", record)
    content.detail["method"] = .string(how.rawValue)
    try session.record([content])
    return how
  }

  private func entry(_ action: String, _ record: BackupRecord) -> EntryContent {
    var content = session.entry(action)
    content.detail = ["id": .string(record.id)]
    return content
  }

  /// The one copy of a path or an id that stands.
  private func find(_ name: String) throws(CustodyError) -> BackupRecord {
    let path = ExportedFiles.resolved(name)
    let named = try session.vault.book(BackupBook.self).copies.filter { record in
      record.path == path || (name.utf8.count >= 4 && record.id.hasPrefix(name))
    }
    guard !named.isEmpty else { throw CustodyError(.notFound("backup \(name)")) }
    let standing = named.filter(\.isOutstanding)
    guard standing.count <= 1 else {
      throw CustodyError(.usage("more than one begins with \(name)"))
    }
    guard let record = standing.first else {
      throw CustodyError(.usage("it is recorded as destroyed already"))
    }
    return record
  }
}
