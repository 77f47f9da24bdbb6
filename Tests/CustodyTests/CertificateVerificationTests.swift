import MyNumberKit
import Testing

@testable import Auditing
@testable import Custody

@Suite("Verifying a certificate of disposal offline")
struct CertificateVerificationTests {
  private static let day = CalendarDate(year: 2026, month: 11, day: 22) ?? .first

  private struct Made {
    let bytes: [UInt8]
    let vault: VaultID
    let checkpoint: [UInt8]?
    /// The exported log, in which the entries of later sign-ins stand too.
    let log: [UInt8]
    /// A sealed checkpoint of the whole of it.
    let newest: [UInt8]
  }

  private static let made = Result { () throws -> Made in
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("admin")
    defer { session.close() }
    let certificate = try #require(try Purge(session).run(asOf: day, acceptPresumed: false))
    let rows = try session.vault.store.checkpoints(from: 0, limit: 1000)
    let after = try CertificateVerification(trusting: session.vault.id)
      .verify(certificate.bytes).statement.after
    return Made(
      bytes: certificate.bytes, vault: session.vault.id,
      checkpoint: rows.first { $0.size == after.size }?.text,
      log: try ExportedLog.bytes(of: session.vault), newest: try #require(rows.last?.text))
  }

  /// What `audit verify --log` does.
  private func proving(_ bytes: [UInt8], by log: [UInt8]) throws {
    let made = try Self.made.get()
    let newest = try SignedCheckpoint(parsing: made.newest)
    let verdict = try CertificateVerification(containing: newest).verify(bytes)
    var verification = try LogVerification(
      containing: newest, proving: .disposal(verdict.statement))
    try verification.take(log.span)
    _ = try verification.finish()
  }

  /// The certificate with members of its body changed, signed by a user of the master vault.
  private func signed(
    by user: String, changing change: (inout [String: CanonicalValue]) throws -> Void
  ) throws -> [UInt8] {
    let bytes = Array(try Self.made.get().bytes.dropLast())
    guard case .object(var outer) = try CanonicalValue(parsing: bytes.span),
      case .object(var body)? = outer["body"]
    else { throw CustodyError(.bug("another form")) }
    let session = try VaultFixture().signIn(user)
    defer { session.close() }
    body["issuer"] = .string(session.account.id)
    body["key"] = .integer(session.account.keysIndex)
    try change(&body)
    let text = Array(DisposalCertificate.label.utf8) + CanonicalValue.object(body).encoded()
    outer["body"] = .object(body)
    outer["signature"] = .string(Base64.encode(try session.secrets.signer.key.sign(text.span)))
    return CanonicalValue.object(outer).encoded() + [0x0A]
  }

  @Test("is held against the exported log, whatever checkpoint that ends with")
  func logged() throws {
    let made = try Self.made.get()
    try proving(made.bytes, by: made.log)
  }

  @Test("what the administrator signs and the log does not have fails against the log alone")
  func invented() throws {
    let made = try Self.made.get()
    let changes: [(inout [String: CanonicalValue]) throws -> Void] = [
      { body in
        guard case .array(let items)? = body["items"] else { return }
        body["items"] = .array(Array(items.dropLast()))
      },
      { $0["as_of"] = .string("2026-11-21") },
      { $0["issued"] = .string("2026-11-21T00:00:00Z") },
      { $0["policy"] = .string(String(repeating: "0", count: 64)) },
      { body in
        guard case .array(let entries)? = body["authority"] else { return }
        body["authority"] = .array(Array(entries.dropLast()))
      },
      { body in
        guard case .object(var position)? = body["after"] else { return }
        position["root"] = .string(String(repeating: "0", count: 64))
        body["after"] = .object(position)
      },
    ]
    for (place, change) in changes.enumerated() {
      let forged = try signed(by: "admin", changing: change)
      // By the vault id alone its signer vouches for it.
      _ = try CertificateVerification(trusting: made.vault).verify(forged)
      let error = #expect(throws: AuditingError.self, "\(place)") {
        try proving(forged, by: made.log)
      }
      #expect(error?.code == .inconsistent, "\(place)")
    }
    try proving(try signed(by: "admin") { _ in }, by: made.log)
  }

  @Test("says who destroyed what and when, and rests on the vault id alone")
  func verdict() throws {
    let made = try Self.made.get()
    let verdict = try CertificateVerification(trusting: made.vault).verify(made.bytes)
    #expect(verdict.issuer.name == "admin" && verdict.destroyer.name == "admin")
    #expect(verdict.statement.asOf == Self.day && !verdict.isAnchored)
    #expect(verdict.statement.items.map(\.person) == ["0801", "0801"])
    #expect(verdict.statement.items.allSatisfy { !$0.documents.isEmpty && !$0.destroyed.isEmpty })
  }

  @Test("holds the root of a checkpoint kept elsewhere against its own")
  func anchored() throws {
    let made = try Self.made.get()
    let text = try #require(made.checkpoint)
    let checkpoint = try SignedCheckpoint(parsing: text)
    #expect(try CertificateVerification(containing: checkpoint).verify(made.bytes).isAnchored)
    var root = checkpoint.checkpoint.root.bytes
    root[0] ^= 1
    let other = String(decoding: text, as: UTF8.self).replacing(
      Base64.encode(checkpoint.checkpoint.root.bytes), with: Base64.encode(root))
    let forged = try SignedCheckpoint(parsing: Array(other.utf8))
    let error = #expect(throws: AuditingError.self) {
      _ = try CertificateVerification(containing: forged).verify(made.bytes)
    }
    #expect(error?.code == .inconsistent)
  }

  @Test("fails when one byte is another, is missing or is added, wherever it stands")
  func edited() throws {
    let made = try Self.made.get()
    let verification = try CertificateVerification(trusting: made.vault)
    for place in stride(from: 0, to: made.bytes.count, by: 5) {
      var bytes = made.bytes
      bytes[place] ^= 1 << (place % 7)
      #expect(throws: AuditingError.self, "byte \(place)") { _ = try verification.verify(bytes) }
    }
    for bytes in [
      Array(made.bytes.dropLast()), made.bytes + [0x0A], [0x20] + made.bytes,
      Array(made.bytes.dropFirst()), [],
    ] {
      #expect(throws: AuditingError.self) { _ = try verification.verify(bytes) }
    }
  }

  @Test("fails for another vault, and for a signer whom the vault id does not vouch for")
  func strangers() throws {
    let made = try Self.made.get()
    let stranger = try #require(VaultID(try SHA256.hash(Array("stranger".utf8).span)))
    let known = try CertificateVerification(trusting: stranger)
    #expect(throws: AuditingError.self) { _ = try known.verify(made.bytes) }
    // Who neither destroyed nor is an administrator signs for nothing.
    let verification = try CertificateVerification(trusting: made.vault)
    for user in ["keiko", "audrey"] {
      let forged = try signed(by: user) { _ in }
      let error = #expect(throws: AuditingError.self) { _ = try verification.verify(forged) }
      #expect(error?.code == .notAuthorised)
    }
    let rootless = try signed(by: "admin") { $0["authority"] = .array([]) }
    #expect(throws: AuditingError.self) { _ = try verification.verify(rootless) }
  }
}
