import MyNumberKit
import Testing

/// What a vault gave out in a year: its log, a certificate of disposal, a disclosure to a person.
struct GivenOut {
  let vault: VaultID
  let log: [UInt8]
  /// The checkpoint that covers the whole log.
  let newest: SignedCheckpoint
  let certificate: [UInt8]
  let disclosure: [UInt8]

  /// Made once in a process.
  static let shared = Result { try GivenOut() }

  private init() throws {
    let day = CalendarDate(year: 2026, month: 11, day: 22) ?? .first
    let fixture = try SampleVault.copy()
    let administrator = try fixture.signIn("admin")
    certificate = try #require(
      try Purge(administrator).run(asOf: day, acceptPresumed: false)
    ).bytes
    administrator.close()
    let accountant = try fixture.signIn("keiko")
    _ = try accountant.digits("0003")
    accountant.close()
    let auditor = try fixture.signIn("audrey")
    defer { auditor.close() }
    disclosure = try Disclosing(auditor).disclose(PersonCode("0003"), to: "0003.json").bytes
    vault = auditor.vault.id
    log = try ExportedLog.bytes(of: auditor.vault)
    newest = auditor.vault.signature.checkpoint
  }

  /// What `audit verify` says of a log, against the newest checkpoint.
  func verify(log: [UInt8], proving statement: LogStatement? = nil) throws {
    var verification = try LogVerification(
      trusting: vault, containing: newest, proving: statement)
    try verification.take(log.span)
    _ = try verification.finish()
  }
}
