import People
import Secrets
import Testing

@testable import Auditing

@Suite("Building a commit")
struct CommitBuilderTests {
  private let time = Timestamp(seconds: 1_790_000_000)

  private func builder(after frontier: MerkleFrontier = MerkleFrontier()) throws -> CommitBuilder {
    try CommitBuilder(after: frontier, time: time, random: RandomBytes())
  }

  @Test("entries get their places in order, one time, and salts of their own")
  func places() throws {
    var builder = try builder()
    let content = EntryContent(action: "list", actor: "u0", outcome: .done)
    var salts: Set<[UInt8]> = []
    for index in 0..<5 {
      let next = builder.nextIndex
      #expect(next == index)
      let bytes = try builder.add(content)
      let entry = try Entry(parsing: bytes.span)
      #expect(entry.index == index)
      #expect(entry.time == time)
      #expect(entry.content == content)
      #expect(entry.signature == nil)
      salts.insert(entry.salt)
    }
    #expect(salts.count == 5)
    let size = try builder.currentFrontier.size
    #expect(size == 5)
  }

  @Test("the checkpoint covers exactly the entries added")
  func checkpoint() throws {
    let log = try TestLog.standard()
    let reader = try TestUser("u4", seed: 5)
    var builder = try builder(after: log.frontier)
    var replay = try log.replayed()
    let bytes = try builder.add(log.read(by: reader, 1).content)
    let text = try builder.checkpoint(origin: log.vaultID.origin, signedBy: reader.signer)
    let signed = try SignedCheckpoint(parsing: text)
    #expect(signed.checkpoint.size == log.entries.count + 1)
    #expect(signed.signer == "u4")
    #expect(throws: AuditingError.self) { try replay.check(signed) }
    try replay.take(bytes.span)
    try replay.check(signed)
  }

  @Test("a change of authority is not written without a signer")
  func unsigned() throws {
    var builder = try builder()
    var content = EntryContent(action: "user-revoke", actor: "u0", outcome: .done)
    content.authority = .revoke(user: "u1")
    #expect(throws: AuditingError(.malformed, detail: "authority")) {
      _ = try builder.add(content)
    }
    let next = builder.nextIndex
    #expect(next == 0)
    let signer = try TestUser("u0", seed: 1)
    let bytes = try builder.add(content, signedBy: signer.signer)
    let entry = try Entry(parsing: bytes.span)
    let signature = try #require(entry.signature)
    let signed = entry.signedBytes()
    let isValid = try signer.publicKeys.ed25519.isValid(
      signature: signature.span, for: signed.span)
    #expect(isValid)
  }

  @Test("random bytes that fail leave the commit as it was")
  func noRandomness() throws {
    let broken = RandomBytes { (_) throws(SecretsError) in throw SecretsError(.randomFailed) }
    var builder = try CommitBuilder(after: MerkleFrontier(), time: time, random: broken)
    #expect(throws: AuditingError.self) {
      _ = try builder.add(EntryContent(action: "list", actor: "u0", outcome: .done))
    }
    let next = builder.nextIndex
    #expect(next == 0)
  }
}
