import Foundation
import MyNumberKit

/// A vault in a temporary folder with the two users that the benchmark needs.
///
/// Passphrases go through scrypt at its one cost, and all of that is outside the timing.
final class BenchVault {
  let folder: String
  let collector: Session
  let reader: Session

  /// The two files.
  static func files(_ folder: String) -> (records: String, keys: String) {
    (folder + "/vault.sqlite", folder + "/keys/keys.sqlite")
  }

  /// Copies the master and signs both users in.
  init(copying master: String, to folder: String) throws {
    try FileManager.default.copyItem(atPath: master, toPath: folder)
    self.folder = folder
    let vault = try VaultOpening.open(
      try SQLiteVaultStore.open(folder: folder), environment: Self.environment())
    collector = try SignIn(vault).session(
      user: "collector", passphrase: Self.passphrase("collector"))
    reader = try SignIn(vault).session(user: "reader", passphrase: Self.passphrase("reader"))
  }

  /// Copies both files as they stand, for the floor.
  func copy(to other: String) throws {
    try FileManager.default.copyItem(atPath: folder, toPath: other)
  }

  /// The administrator, who purges.
  func administrator() throws -> Session {
    try SignIn(collector.vault).session(user: "admin", passphrase: Self.passphrase("admin"))
  }

  func close() { collector.vault.store.close() }

  /// Makes the master: an administrator, an HR officer who collects, an accountant who reads.
  static func makeMaster(_ folder: String, policies: String) throws {
    let store = try SQLiteVaultStore.create(folder: folder)
    let new = NewVault(
      organisation: "見本株式会社", corporateNumber: "5835678256246", administrator: "admin",
      policy: try PolicyBundle(directory: policies))
    let recovery = try VaultCreation(new, in: store, environment: environment()).make(
      passphrase: passphrase("admin"), recoveryPassphrase: passphrase("recovery"), keep: { _ in })
    store.close()
    let vault = try VaultOpening.open(
      try SQLiteVaultStore.open(folder: folder), environment: environment())
    let session = try SignIn(vault).session(user: "admin", passphrase: passphrase("admin"))
    let opened = try Recovery(recovery, of: vault, passphrase: passphrase("recovery"))
    for (name, role) in [("collector", "hr"), ("reader", "accountant")] {
      try Users(session).add(
        name, roles: [RoleID(rawValue: role)], passphrase: passphrase(name), recovery: opened)
    }
    vault.store.close()
  }

  private static func environment() -> VaultEnvironment {
    VaultEnvironment(now: { Timestamp.now() })
  }

  private static func passphrase(_ user: String) -> SecretBytes {
    let text = Array("correct horse \(user)".utf8)
    return SecretBytes(copying: text.span)
  }
}
