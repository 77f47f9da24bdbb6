import Foundation
import MyNumberKit

/// A vault with one user of each role; made once in a process and copied for each test.
final class VaultFixture: Sendable {
  /// The repository's folder.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let noon = Timestamp(
    CalendarDate(year: 2026, month: 11, day: 22) ?? .first, secondOfDay: 0)

  let folder: TemporaryFolder
  let recovery: RecoveryFile
  var path: String { folder.file("acme.vault") }

  /// Copies the master.
  convenience init() throws { try self.init(copying: try Self.master.get()) }

  /// Copies another vault's folder; nobody may have it open.
  init(copying other: VaultFixture) throws {
    folder = try TemporaryFolder()
    recovery = other.recovery
    try FileManager.default.copyItem(atPath: other.path, toPath: folder.file("acme.vault"))
  }

  private init(making folder: TemporaryFolder) throws {
    self.folder = folder
    let store = try SQLiteVaultStore.create(folder: folder.file("acme.vault"), keysFolder: nil)
    let new = NewVault(
      organisation: "サンプル食品（株）", corporateNumber: "5835678256246", administrator: "admin",
      policy: try Self.policy())
    let creation = try VaultCreation(new, in: store, environment: Self.environment())
    recovery = try creation.make(
      passphrase: Self.passphrase("admin"), recoveryPassphrase: Self.passphrase("recovery"),
      keep: { _ in })
    store.close()
    try addUsers()
  }

  private static let master = Result { try VaultFixture(making: try TemporaryFolder()) }

  /// A vault that is not a copy of the master.
  static func another() throws -> VaultFixture { try VaultFixture(making: try TemporaryFolder()) }

  private func addUsers() throws {
    let session = try signIn("admin")
    let opened = try Recovery(
      recovery, of: session.vault, passphrase: Self.passphrase("recovery"))
    let roles: [(String, RoleID)] = [
      ("hanako", "hr"), ("keiko", "accountant"), ("audrey", "auditor"),
    ].map { ($0.0, RoleID(rawValue: $0.1)) }
    for (name, role) in roles {
      try Users(session).add(
        name, roles: [role], passphrase: Self.passphrase(name),
        recovery: role.rawValue == "auditor" ? nil : opened)
    }
    session.vault.store.close()
  }

  static func policy() throws -> PolicyBundle {
    try PolicyBundle(directory: repository + "/Policies")
  }

  static func environment(
    now: Timestamp = noon, keeper: (any CheckpointKeeper)? = nil, decider: (any Decider)? = nil
  ) -> VaultEnvironment {
    VaultEnvironment(now: { now }, keeper: keeper, decider: decider)
  }

  static func passphrase(_ user: String) -> SecretBytes {
    let text = Array("correct horse \(user)".utf8)
    return SecretBytes(copying: text.span)
  }

  func open(_ environment: VaultEnvironment = environment()) throws -> Vault {
    try VaultOpening.open(
      try SQLiteVaultStore.open(folder: path, requiringPair: false), environment: environment)
  }

  func signIn(
    _ user: String, _ environment: VaultEnvironment = environment()
  ) throws -> Session {
    try SignIn(try open(environment)).session(user: user, passphrase: Self.passphrase(user))
  }
}
