public import Auditing
internal import JSON
public import People
internal import Rules
internal import Sealing
internal import Secrets
internal import Storage
internal import Text
internal import Wording

/// Copies the vault's files while the vault is in use.
///
/// A copy of the records never holds keys, so that it forgets with the vault. A copy of the keys is
/// apart, has a day by which it is to be destroyed, and stands in the register until it is.
public struct Backup {
  /// How long a copy of the keys is kept where no day is given, in days.
  public static let keysLife = 90
  private let session: Session
  private var vault: Vault { session.vault }

  /// Acts as the session's user.
  public init(_ session: Session) { self.session = session }

  /// Copies vault.sqlite as it was last committed; beside the copy stands its signed manifest.
  ///
  /// - Throws: `.refused`, `.output`; `.badInput` for a path that is too long or could hold a number.
  public func copyRecords(to path: String) throws(CustodyError) -> BackupManifest {
    try session.require(.backup)
    let output = try BackupOutput(path)
    let manifestFile = try BackupOutput(path + BackupManifest.suffix)
    let copy = try BackupCopy(of: .records, in: vault) { output.write($0) }
    let id = try ExportRegister(session).newID()
    let manifest = try manifest(of: copy, id)
    manifestFile.write(manifest.bytes.span)
    try manifestFile.settle()
    try session.record([try entry("backup", output, copy, id)])
    try manifestFile.finish()
    try output.finish()
    return manifest
  }

  /// Copies keys.sqlite as it was last committed, and enters the copy in the register.
  ///
  /// - Parameter due: The day by which the copy is to be destroyed.
  /// - Returns: The register's id, how many bytes it has, and the day.
  /// - Throws: `.refused`, `.output`; `.usage` for a day that has passed.
  public func copyKeys(
    to path: String, disposeBy due: CalendarDate? = nil
  ) throws(CustodyError) -> (id: String, bytes: Int, due: CalendarDate) {
    try session.require(.backup)
    let due = due ?? vault.today.adding(days: Self.keysLife)
    guard due >= vault.today else {
      throw CustodyError(.usage("the day by which the copy is to be destroyed has passed"))
    }
    let output = try BackupOutput(path)
    let copy = try BackupCopy(of: .keys, in: vault) { output.write($0) }
    let id = try ExportRegister(session).newID()
    var content = try entry("backup-keys", output, copy, id)
    content.detail["due"] = .string(due.isoText)
    try session.record([content])
    try output.finish()
    return (id, copy.byteCount, due)
  }

  private func manifest(of copy: BackupCopy, _ id: String) throws(CustodyError) -> BackupManifest {
    do throws(AuditingError) {
      return try BackupManifest(
        of: vault.id, id: id, issuer: session.account, time: vault.environment.now(),
        logSize: copy.logSize, root: copy.root, byteCount: copy.byteCount, digest: copy.digest,
        key: session.secrets.signer.key)
    } catch {
      throw CustodyError(error)
    }
  }

  private func entry(
    _ action: String, _ output: BackupOutput, _ copy: BackupCopy, _ id: String
  ) throws(CustodyError) -> EntryContent {
    try output.settle()
    var content = session.entry(action)
    content.detail = [
      "id": .string(id), "file": try Session.word(output.name),
      "folder": try Session.word(output.folder), "inode": .string(try output.inode()),
      "bytes": .integer(copy.byteCount), "size": .integer(copy.logSize),
    ]
    return content
  }
}
