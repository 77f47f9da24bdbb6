import Foundation
import MyNumberKit
import TestSupport

@testable import Custody

/// A small vault whose accountant's keys come from a known stream, so that a process of its own can
/// open a session without a passphrase, and people whose numbers are known.
struct RotationFixture {
  static let key = "tax-withholding"
  static let count = 8
  /// The live wraps under the key, of any vault.
  static let liveWraps = """
    k.wraps WHERE erased = 0 AND key = (SELECT w.key FROM k.wraps w JOIN k.lockboxes l
      ON l.id = w.lockbox WHERE l.key = '\(key)' LIMIT 1)
    """

  let vault: VaultFixture

  init() throws {
    vault = try VaultFixture()
    let officer = try vault.signIn("hanako")
    _ = try officer.importFile(try vault.folder.write(Self.rows(), as: "people.csv"))
    officer.close()
    try Self.giveKnownKeys(try vault.signIn("keiko"))
  }

  private init(_ vault: VaultFixture) { self.vault = vault }

  func copy() throws -> RotationFixture { RotationFixture(try VaultFixture(copying: vault)) }

  /// Opens the accountant's session below sign-in.
  static func session(_ folder: String) throws -> Session {
    let vault = try VaultOpening.open(
      try SQLiteVaultStore.open(folder: folder),
      environment: VaultEnvironment(now: { VaultFixture.noon }))
    guard let account = vault.authority.user(named: "keiko") else {
      throw CustodyError(.notFound("keiko"))
    }
    let secrets = try UserSecrets(id: account.id, random: known())
    let ring = KeyRing(vault: vault.id)
    try GrantedKeys(vault: vault).open(
      holder: account.id, name: "user:" + account.id, with: secrets, into: ring)
    return try Session(vault: vault, account: account, secrets: secrets, keyRing: ring)
  }

  /// Makes the second generation the only one, in small batches, unless it is that already.
  static func rotate(_ session: Session, reseal: Bool) throws {
    guard session.vault.authority.generations(of: key) != [2] else { return }
    _ = try KeyRotation(session, batchSize: 3).rotate(key, reseal: reseal)
  }

  /// Everybody's digits, as the gate gives them.
  static func digits(_ session: Session) throws -> [String] {
    try (0..<count).map { String(decoding: try session.digits("R\($0)"), as: UTF8.self) }
  }

  static let numbers: [String] = (0..<count).map { index in
    let eleven = Array(String(10_000_000_000 + 7_919 * index).utf8)
    let digit = MyNumber.checkDigit(of: eleven.span) ?? 0
    return String(decoding: eleven + [digit], as: UTF8.self)
  }

  private static func rows() -> String {
    var text = "社員番号,氏名,入社日,個人番号,番号確認書類,身元確認書類,確認方法,確認日\n"
    for (index, number) in numbers.enumerated() {
      text += "R\(index),試験,2024-04-01,\(number),個人番号カード,個人番号カード,対面,2024-04-01\n"
    }
    return text
  }

  /// Announces keys from the known stream in the place of the user's, as a new passphrase does.
  private static func giveKnownKeys(_ session: Session) throws {
    let id = session.account.id
    let secrets = try UserSecrets(id: id, random: known())
    let transaction = try Transaction(session.vault, touchesKeys: true)
    var content = session.entry("user-passphrase")
    content.authority = .userKeys(user: id, keys: secrets.publicKeys)
    content.touchesKeys = true
    try transaction.add(content, signedBy: session.secrets.signer)
    _ = try session.vault.store.eraseGrants(user: id, key: nil, generation: nil)
    for name in session.keyRing.keyNames {
      if let key = session.keyRing.key(name) { try transaction.seal(key, to: id) }
    }
    try transaction.finish(signedBy: secrets.signer)
    session.close()
  }

  /// The same bytes each time.
  private static func known() -> RandomBytes {
    var stream = SplitMix(seed: 20_261_123)
    return RandomBytes { span throws(SecretsError) in
      for index in span.indices { span[index] = UInt8(truncatingIfNeeded: stream.next()) }
    }
  }
}
