import MyNumberKit
import TestSupport
import Testing

@Suite("What a vault's whole life writes, both verifiers read")
struct BothVerifiersTests {
  private static let day = CalendarDate(year: 2026, month: 11, day: 22) ?? .first

  /// Rotates with and without fresh data keys, shares with a contractor whose user reads, purges, backs
  /// up, works on, restores and fails to sign in.
  private func lived() throws -> VaultFixture {
    let fixture = try SampleVault.copy()
    try fixture.rotate(reseal: true)
    try ContractFile.register(fixture)
    try ContractFile.share(fixture, ["0001"])
    try acting("taro", in: fixture) {
      _ = try $0.digits(
        "0001", "health-pension-acquisition", purpose: "health-pension", year: nil)
    }
    try acting("admin", in: fixture) {
      _ = try Purge($0).run(asOf: Self.day, acceptPresumed: false)
    }
    try fixture.rotate()
    try fixture.backUp()
    try acting("keiko", in: fixture) { _ = try $0.digits("0003") }
    try fixture.restoreBackup()
    try acting("keiko", in: fixture) { _ = try $0.digits("0003") }
    #expect(
      try ExitStatus {
        _ = try SignIn(try fixture.open()).session(
          user: "keiko", passphrase: VaultFixture.passphrase("nobody"))
      }.status == 77)
    return fixture
  }

  private func acting(
    _ user: String, in fixture: VaultFixture, _ work: (Session) throws -> Void
  ) throws {
    let session = try fixture.signIn(user)
    defer { session.close() }
    try work(session)
  }

  @Test("and a bit flipped in any kind of its entries, both refuse")
  func agree() throws {
    let vault = try lived().open()
    defer { vault.store.close() }
    let log = try ExportedLog.bytes(of: vault)
    try bothSay(isGood: true, of: log, vault.id, "the log")
    let lines = log.split(separator: 0x0A)
    var tried: Set<String> = []
    var start = 0
    for line in lines {
      let kind = Self.kind(of: line)
      if tried.insert(kind).inserted {
        var changed = log
        changed[start + line.count / 2] ^= 1
        try bothSay(isGood: false, of: changed, vault.id, "\(kind)")
      }
      start += line.count + 1
    }
    #expect(tried.isSuperset(of: ["key-retire", "restore", "share", "purged", "sign-in-failed"]))
  }

  private static func kind(of line: ArraySlice<UInt8>) -> String {
    let text = String(decoding: line, as: UTF8.self)
    return text.firstMatch(of: /"action":"([a-z-]+)"/).map { String($0.1) }
      ?? String(text.prefix(12))
  }

  private func bothSay(
    isGood: Bool, of log: [UInt8], _ vault: VaultID, _ what: Comment
  ) throws {
    var verification = try LogVerification(trusting: vault)
    var ours: AuditingError?
    do throws(AuditingError) {
      try verification.take(log.span)
      _ = try verification.finish()
    } catch {
      ours = error
    }
    let theirs = try PythonVerifier.verify(log, vault: "\(vault)")
    #expect((ours == nil) == isGood, "\(what): \(ours.debugDescription)")
    #expect(theirs.status == (isGood ? 0 : 76), "\(what): \(theirs.message)")
  }
}
