import Foundation
import MyNumberKit

extension VaultFixture {
  /// Copies the records beside the vault.
  @discardableResult
  func backUp(
    as name: String = "backup.sqlite", _ environment: VaultEnvironment = environment()
  ) throws -> BackupManifest {
    let session = try signIn("admin", environment)
    defer { session.close() }
    return try Backup(session).copyRecords(to: folder.file(name))
  }

  /// How many entries the log has.
  func size() throws -> Int {
    let vault = try open()
    defer { vault.store.close() }
    return vault.logSize
  }

  /// A restore of a backup that was verified and not yet run.
  func restoration(
    of name: String = "backup.sqlite", _ environment: VaultEnvironment = environment()
  ) throws -> Restoration {
    let path = folder.file(name)
    let manifest = try Data(contentsOf: URL(filePath: path + BackupManifest.suffix))
    return try Restoration(
      of: path, try BackupManifest(parsing: [UInt8](manifest)),
      into: try VaultReplacement(folder: self.path, busyTimeout: 0.1), environment: environment)
  }

  /// Restores a backup as the administrator.
  @discardableResult
  func restoreBackup(
    _ name: String = "backup.sqlite", as user: String = "admin",
    _ environment: VaultEnvironment = environment()
  ) throws -> RestoreSummary {
    try restoration(of: name, environment).run(user: user, passphrase: Self.passphrase(user))
  }
}
