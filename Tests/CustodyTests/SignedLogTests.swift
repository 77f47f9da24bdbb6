import MyNumberKit
import Testing

@testable import Auditing
@testable import Custody

@Suite("Reading a vault's log as whoever verifies it does")
struct SignedLogTests {
  /// What was read: entries and checkpoints.
  private func read(_ log: inout SignedLog) throws -> (entries: Int, sizes: [Int]) {
    var entries = 0
    var sizes: [Int] = []
    try log.read { (_) throws(CustodyError) in
      entries += 1
    } checkpoint: { (signed, _) throws(CustodyError) in
      sizes.append(signed.checkpoint.size)
    }
    return (entries, sizes)
  }

  @Test("gives every entry and every checkpoint, and later those that came since")
  func whole() throws {
    let sample = try SampleVault.copy()
    let session = try sample.signIn("audrey")
    defer { session.close() }
    let vault = session.vault
    var log = try SignedLog(of: vault)
    let all = try read(&log)
    let sizes = try vault.checkpoints().map(\.size)
    #expect(all.entries == vault.logSize && all.sizes == sizes)
    let end = log.checkpoints
    #expect(end == sizes.count)
    try session.note(.names(people: 1))
    let since = try read(&log)
    #expect(since.entries == 1 && since.sizes == [vault.logSize])
    let none = try read(&log)
    #expect(none.entries == 0 && none.sizes.isEmpty)
  }

  @Test("finds what somebody wrote in another's name, which opening does not look at")
  func another() throws {
    let sample = try SampleVault.copy()
    let session = try sample.signIn("hanako")
    let other = try #require(session.vault.authority.user(named: "keiko")?.id)
    let transaction = try Transaction(session.vault, touchesKeys: false)
    var content = EntryContent(action: "read", actor: other, outcome: .allowed)
    content.purpose = "tax-withholding"
    try transaction.add(content)
    try transaction.finish(signedBy: session.secrets.signer)
    session.close()
    let auditor = try sample.signIn("audrey")
    defer { auditor.close() }
    var log = try SignedLog(of: auditor.vault)
    let result = try ExitStatus { _ = try read(&log) }
    #expect(result.status == 76 && result.description.contains("signed by another"), "\(result)")
    let size = auditor.vault.logSize
    let disclosed = try ExitStatus {
      _ = try Disclosing(auditor).disclose(PersonCode("0001"), to: "0001.json")
    }
    #expect(disclosed.status == 76, "\(disclosed)")
    #expect(auditor.vault.logSize == size)
  }

  @Test(
    "finds a checkpoint that was taken away, and one that is of another place",
    arguments: [
      ("DELETE FROM main.checkpoints WHERE size < (SELECT max(size) FROM main.checkpoints)", 76),
      (
        """
        UPDATE main.checkpoints SET text = (SELECT text FROM main.checkpoints ORDER BY size LIMIT 1)
        WHERE size = (SELECT size FROM main.checkpoints ORDER BY size LIMIT 1 OFFSET 2)
        """, 76
      ), ("UPDATE main.checkpoints SET text = text", 0),
    ] as [(String, Int32)])
  func checkpoints(statement: String, status: Int32) throws {
    let sample = try SampleVault.copy()
    try sample.sql(statement)
    let session = try sample.signIn("audrey")
    defer { session.close() }
    var log = try SignedLog(of: session.vault)
    let result = try ExitStatus { _ = try read(&log) }
    #expect(result.status == status, "\(result)")
  }
}
