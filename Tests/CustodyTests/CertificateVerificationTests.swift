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
      checkpoint: rows.first { $0.size == after.size }?.text)
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
    let other = try VaultFixture(copying: VaultFixture())
    let stranger = try #require(VaultID(try SHA256.hash(Array("stranger".utf8).span)))
    let known = try CertificateVerification(trusting: stranger)
    #expect(throws: AuditingError.self) { _ = try known.verify(made.bytes) }
    // The same statements signed by a user who does not exist in the log.
    let parsed = made.bytes.dropLast()
    guard
      case .object(var outer) = try CanonicalValue(parsing: Array(parsed).span),
      case .object(var body)? = outer["body"]
    else { throw CustodyError(.bug("another form")) }
    let session = try other.signIn("keiko")
    defer { session.close() }
    body["issuer"] = .string(session.account.id)
    body["key"] = .integer(session.account.keysIndex)
    let signed = Array(DisposalCertificate.label.utf8) + CanonicalValue.object(body).encoded()
    outer["body"] = .object(body)
    outer["signature"] = .string(
      Base64.encode(try session.secrets.signer.key.sign(signed.span)))
    let forged = CanonicalValue.object(outer).encoded() + [0x0A]
    // keiko is a user of the master vault too: the certificate verifies, as hers.
    let verdict = try CertificateVerification(trusting: made.vault).verify(forged)
    #expect(verdict.issuer.name == "keiko")
    body["authority"] = .array([])
    outer["body"] = .object(body)
    #expect(throws: AuditingError.self) {
      _ = try CertificateVerification(trusting: made.vault)
        .verify(CanonicalValue.object(outer).encoded() + [0x0A])
    }
  }
}
