public import Auditing
internal import JSON
public import People
internal import Rules
internal import Sealing
internal import Secrets

/// Gives a person what the log holds about them, with proofs that it stands there
/// (個人情報保護法33条).
public struct Disclosing {
  private let session: Session

  /// - Throws: `.refused` for a user whose roles do not allow it.
  public init(_ session: Session) throws(CustodyError) {
    try session.require(.disclose)
    self.session = session
  }

  /// Logs the disclosure, which is its last entry and says how many there are, and makes its bytes.
  ///
  /// - Parameter path: The file that it goes to, as the user gave it.
  /// - Throws: `.notFound` for a person whom the vault does not know; `.badInput` for a path that is
  ///   too long or could hold a number.
  public func disclose(
    _ code: PersonCode, to path: String
  ) throws(CustodyError) -> (bytes: [UInt8], verdict: DisclosureVerdict) {
    try note(code, path)
    let vault = session.vault
    let bytes = try bytes(of: code)
    do throws(AuditingError) {
      return (bytes, try DisclosureVerification(trusting: vault.id).verify(bytes))
    } catch {
      throw CustodyError(.bug("a disclosure that does not verify: \(error)"))
    }
  }

  private func note(_ code: PersonCode, _ path: String) throws(CustodyError) {
    let vault = session.vault
    let transaction = try session.begin(.disclose, touchesKeys: false)
    _ = try vault.requirePerson(code)
    let filter = PersonFilter(code)
    var count = 1
    var log = try SignedLog(of: vault)
    try log.read { (entry) throws(CustodyError) in
      if filter.matches(entry) { count += 1 }
    }
    let id: [UInt8] = try CustodyError.gathering { try vault.environment.random.bytes(16) }
    var content = session.entry(DisclosureVerdict.action)
    content.person = code.text
    content.count = count
    content.detail = ["id": .string(Hex.encode(id)), "file": try Session.word(path)]
    try transaction.add(content)
    try transaction.finish(signedBy: session.secrets.signer)
  }

  private func bytes(of code: PersonCode) throws(CustodyError) -> [UInt8] {
    try CustodyError.gathering {
      var builder = try DisclosureBuilder(of: code, under: session.vault.signature.checkpoint)
      try session.vault.forEachEntry { (entry) throws(CustodyError) in
        do throws(AuditingError) {
          try builder.take(entry)
        } catch {
          throw CustodyError(error)
        }
      }
      return try builder.finish()
    }
  }
}
