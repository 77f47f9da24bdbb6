import Foundation
import MyNumberKit
import Testing

@testable import Auditing
@testable import Custody

@Suite("Disclosing to a person what the log holds about them")
struct DisclosureTests {
  private let given: GivenOut
  private let verdict: DisclosureVerdict

  init() throws {
    given = try GivenOut.shared.get()
    verdict = try DisclosureVerification(trusting: given.vault).verify(given.disclosure)
  }

  /// The disclosure with members changed, in its one encoding.
  private func changed(
    _ change: (inout [String: CanonicalValue]) throws -> Void
  ) throws -> [UInt8] {
    let bytes = Array(given.disclosure.dropLast())
    guard case .object(var members) = try CanonicalValue(parsing: bytes.span) else { return [] }
    try change(&members)
    return CanonicalValue.object(members).encoded() + [0x0A]
  }

  private func entries(_ members: [String: CanonicalValue]) throws -> [CanonicalValue] {
    guard case .array(let entries)? = members["entries"] else { return [] }
    return entries
  }

  private func code(
    _ bytes: [UInt8], containing checkpoint: SignedCheckpoint? = nil
  ) -> AuditingError.Code? {
    do throws(AuditingError) {
      _ = try DisclosureVerification(trusting: given.vault, containing: checkpoint).verify(bytes)
      return nil
    } catch {
      return error.code
    }
  }

  @Test("it holds every entry of the person and ends with its own, which counts them")
  func whole() throws {
    #expect(verdict.person == "0003")
    #expect(verdict.entries.allSatisfy { $0.content.person == "0003" })
    #expect(verdict.entries.contains { $0.content.action == "read" })
    let last = try #require(verdict.entries.last)
    #expect(last.content.action == "disclose" && last.content.count == verdict.entries.count)
    #expect(last.index == verdict.checkpoint.checkpoint.size - 1)
    try given.verify(log: given.log, proving: .disclosure(verdict))
  }

  @Test("of others it has hashes: no code, and no name but of who signed and who made them a user")
  func nobodyElse() throws {
    let text = String(decoding: given.disclosure, as: UTF8.self)
    let session = try SampleVault.copy().signIn("audrey")
    defer { session.close() }
    var codes: [String] = []
    try session.vault.forEachPerson { codes.append($0.record.code.text) }
    try #require(codes.count > 40)
    for code in codes where code != "0003" { #expect(!text.contains("\"\(code)\""), "\(code)") }
    for name in ["hanako", "keiko"] { #expect(!text.contains(name), "\(name)") }
    #expect(text.contains("\"audrey\"") && text.contains("\"admin\""))
  }

  @Test("its text names the person's uses in both languages, and no other user")
  func readable() throws {
    let policy = try Policy(bundle: VaultFixture.policy())
    let document = DisclosureReport(verdict, under: policy).document
    #expect(document.text(.japanese).contains("本人への開示"))
    #expect(document.text(.english).contains("disclose to the person"))
    #expect(document.text(.english).contains("audrey"))
    for language in [ReportLanguage.japanese, .english] {
      #expect(!document.text(language).contains("keiko"))
    }
  }

  @Test("an entry that is left out is missed by the count, and by the log where that is forged")
  func leftOut() throws {
    let without = try changed { members in
      members["entries"] = .array(Array(try entries(members).dropFirst()))
    }
    #expect(code(without) == .inconsistent)
    let last = try changed { members in
      members["entries"] = .array(Array(try entries(members).dropLast()))
    }
    #expect(code(last) == .missing)
    let none = try changed { $0["entries"] = .array([]) }
    #expect(code(none) == .missing)
  }

  @Test("the log says so where a signer who lies about the count left an entry out")
  func lie() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("audrey")
    defer { session.close() }
    var content = session.entry(DisclosureVerdict.action)
    content.person = "0003"
    content.count = 1
    try session.record([content])
    let honest = PersonFilter(try PersonCode("0003"))
    var entries = 0
    try session.vault.forEachEntry { if honest.matches($0) { entries += 1 } }
    try #require(entries > 1)
    let bytes = try Self.last(of: session.vault)
    let verdict = try DisclosureVerification(trusting: session.vault.id).verify(bytes)
    #expect(verdict.entries.count == 1)
    var verification = try LogVerification(
      trusting: session.vault.id, proving: .disclosure(verdict))
    let log = try ExportedLog.bytes(of: session.vault)
    try verification.take(log.span)
    do throws(AuditingError) {
      _ = try verification.finish()
      Issue.record("the log agrees with a disclosure that leaves an entry out")
    } catch {
      #expect(error.code == .inconsistent || error.code == .missing)
    }
  }

  /// What a signer's own program could make: the last entry alone.
  private static func last(of vault: Vault) throws -> [UInt8] {
    var builder = try DisclosureBuilder(
      of: PersonCode("0003"), under: vault.signature.checkpoint)
    try vault.forEachEntry { (entry) throws(CustodyError) in
      do throws(AuditingError) { try builder.take(entry) } catch { throw CustodyError(error) }
    }
    let bytes = Array(try builder.finish().dropLast())
    guard case .object(var members) = try CanonicalValue(parsing: bytes.span),
      case .array(let entries)? = members["entries"]
    else { return [] }
    members["entries"] = .array(Array(entries.suffix(1)))
    return CanonicalValue.object(members).encoded() + [0x0A]
  }

  @Test("an entry of another person, one twice, one in another place or without proof is refused")
  func foreign() throws {
    let swapped = try changed { members in
      var entries = try entries(members)
      entries.swapAt(0, 1)
      members["entries"] = .array(entries)
    }
    #expect(code(swapped) == .outOfOrder)
    let twice = try changed { members in
      let entries = try entries(members)
      members["entries"] = .array(entries.prefix(1) + entries)
    }
    #expect(code(twice) == .outOfOrder)
    let person = try changed { $0["person"] = .string("0004") }
    #expect(code(person) == .inconsistent)
    let proofless = try changed { members in
      var entries = try entries(members)
      guard case .object(var first) = entries[0] else { return }
      first["proof"] = .array([])
      entries[0] = .object(first)
      members["entries"] = .array(entries)
    }
    #expect(code(proofless) == .rootMismatch)
  }

  @Test("without what makes the signer's key it is refused, and against another vault's id")
  func unvouched() throws {
    for drop in [0, 1] {
      let bytes = try changed { members in
        guard case .array(var authority)? = members["authority"] else { return }
        authority.remove(at: drop)
        members["authority"] = .array(authority)
      }
      #expect(code(bytes) != nil, "entry \(drop)")
    }
    let other = try #require(VaultID([UInt8](repeating: 7, count: 32)))
    #expect(throws: AuditingError(.originMismatch)) {
      _ = try DisclosureVerification(trusting: other).verify(given.disclosure)
    }
  }

  @Test("a checkpoint of its size anchors it, and one with another root refuses it")
  func anchored() throws {
    #expect(!verdict.isAnchored)
    let own = try DisclosureVerification(
      trusting: nil, containing: verdict.checkpoint
    ).verify(given.disclosure)
    #expect(own.isAnchored)
    let size = verdict.checkpoint.checkpoint.size
    let root = try MerkleHash([UInt8](repeating: 9, count: 32))
    let session = try SampleVault.copy().signIn("admin")
    defer { session.close() }
    let forged = try SignedCheckpoint.sign(
      Checkpoint(origin: given.vault.origin, size: size, root: root),
      name: given.vault.origin + "/u0", key: session.secrets.signer.key)
    #expect(code(given.disclosure, containing: forged) == .inconsistent)
  }

  @Test("nobody discloses without the role, or a person whom the vault does not know")
  func refused() throws {
    let fixture = try SampleVault.copy()
    let accountant = try fixture.signIn("keiko")
    #expect(try ExitStatus { _ = try Disclosing(accountant) }.status == 77)
    accountant.close()
    let auditor = try fixture.signIn("audrey")
    defer { auditor.close() }
    let before = auditor.vault.logSize
    let unknown = try PersonCode("9999")
    #expect(
      try ExitStatus { _ = try Disclosing(auditor).disclose(unknown, to: "x.json") }.status == 66)
    #expect(auditor.vault.logSize == before)
  }
}
