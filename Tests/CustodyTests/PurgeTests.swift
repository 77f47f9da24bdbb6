import MyNumberKit
import Testing

@testable import Auditing
@testable import Custody
@testable import Sealing

@Suite("Purging the number of one who left")
struct PurgeTests {
  private static let day = CalendarDate(year: 2026, month: 11, day: 22) ?? .first
  private static let number = Array("890634246695".utf8)

  /// Purges what is due; gives the certificate's bytes.
  private func purge(_ fixture: VaultFixture) throws -> [UInt8] {
    let session = try fixture.signIn("admin")
    defer { session.close() }
    return try #require(try Purge(session).run(asOf: Self.day, acceptPresumed: false)).bytes
  }

  @Test("the certificate verifies, names what went and why, and holds no number")
  func certificate() throws {
    let fixture = try SampleVault.copy()
    let bytes = try purge(fixture)
    #expect(bytes.last == 0x0A && !bytes.holds(Self.number))
    let line = Array(bytes.dropLast())
    let value = try CanonicalValue(parsing: line.span)
    guard case .object(let members) = value, let body = members["body"],
      case .object(let facts) = body, case .string(let text)? = members["signature"],
      case .array(let items)? = facts["items"], case .object(let scan)? = facts["scan"]
    else {
      Issue.record("the certificate has another form")
      return
    }
    let vault = try fixture.open()
    let key = try #require(vault.authority.users["u0"]?.keys.ed25519)
    let signature = try #require(Base64.decode(text))
    let signed = Array(DisposalCertificate.label.utf8) + body.encoded()
    #expect(try key.isValid(signature: signature.span, for: signed.span))
    var forged = signed
    forged[signed.count - 5] ^= 1
    #expect(try !key.isValid(signature: signature.span, for: forged.span))
    #expect(facts["origin"] == .string(vault.id.origin) && facts["issuer"] == .string("u0"))
    #expect(scan["found"] == .integer(0) && scan["patterns"] != .integer(0))
    #expect(items.count == 2, "tax-withholding and tax-declarations")
    for item in items {
      guard case .object(let item) = item else { continue }
      #expect(item["person"] == .string("0801") && item["version"] == .integer(1))
      #expect(item["presumed"] == .bool(false) && item["destroyed"] != .array([]))
    }
  }

  @Test("wraps and ciphertext are gone from both files, and a read says purged")
  func gone() throws {
    let fixture = try SampleVault.copy()
    let row = VaultFixture.row("0801")
    let wraps = try fixture.blobs("sealed", from: "k.wraps WHERE person = \(row) AND object = 1")
    let evidence = try fixture.blobs("sealed", from: "k.wraps WHERE person = \(row) AND object = 3")
    let numbers = try fixture.blobs("sealed", from: "main.numbers WHERE person = \(row)")
    #expect(wraps.count == 2 && numbers.count == 1 && evidence.count == 1)
    let before = try fixture.contents()
    let all = before.values.reduce([], +)
    for old in wraps + evidence + numbers { #expect(all.holds(old)) }
    _ = try purge(fixture)
    for (name, bytes) in try fixture.contents() {
      for old in wraps + evidence + numbers { #expect(!bytes.holds(old), "\(name)") }
    }
    let others = "main.numbers WHERE person <> \(row) AND erased <> 0"
    #expect(try fixture.texts("SELECT count(*) FROM \(others)") == ["0"])
    let session = try fixture.signIn("keiko")
    let error = #expect(throws: CustodyError.self) { _ = try session.digits("0801") }
    guard case .refused(.purged(let purpose, let date))? = error?.code else {
      Issue.record("\(error.map(String.init(describing:)) ?? "read")")
      return
    }
    #expect(purpose.rawValue == "tax-withholding" && date == Self.day)
    let record = try #require(try session.vault.person(try PersonCode("0801"))?.record)
    #expect(record.versions.map(\.how) == [.purged] && record.purgedPurposes.count == 2)
    #expect(try session.digits("0003").count == 12)
  }

  @Test("a second purge finds nothing, and the log says what the first did")
  func again() throws {
    let fixture = try SampleVault.copy()
    _ = try purge(fixture)
    let session = try fixture.signIn("admin")
    #expect(try Purge(session).run(asOf: Self.day, acceptPresumed: false)?.bytes == nil)
    let entries = try session.vault.entries().map(\.content)
    #expect(entries.count { $0.action == "purge" && $0.person == "0801" } == 2)
    #expect(entries.contains { $0.action == "purge-batch" && $0.count == 2 })
  }

  @Test("a hold keeps the number, and its release lets it go")
  func hold() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("admin")
    let code = try PersonCode("0801")
    let id = try PersonEvents(session).hold(code, reason: "係争中", until: nil)
    _ = try Purge(session).run(asOf: Self.day, acceptPresumed: true)
    let held = "k.wraps WHERE erased <> 0 AND person = \(VaultFixture.row("0801"))"
    #expect(try fixture.texts("SELECT count(*) FROM \(held)") == ["0"])
    try PersonEvents(session).release(code, hold: id)
    #expect(try Purge(session).run(asOf: Self.day, acceptPresumed: false) != nil)
  }

  @Test("nobody but the administrator purges, and not as of a day to come")
  func whoAndWhen() throws {
    let fixture = try SampleVault.copy()
    for user in ["hanako", "keiko", "audrey"] {
      let session = try fixture.signIn(user)
      let result = try ExitStatus {
        _ = try Purge(session).run(asOf: Self.day, acceptPresumed: true)
      }
      #expect(result.status == 77, "\(user): \(result)")
      session.close()
    }
    let session = try fixture.signIn("admin")
    let future = try ExitStatus {
      _ = try Purge(session).run(asOf: Self.day.adding(days: 1), acceptPresumed: true)
    }
    #expect(future.status == 64, "\(future)")
    #expect(try fixture.texts("SELECT count(*) FROM k.wraps WHERE erased <> 0") == ["0"])
  }

  @Test("last week's vault.sqlite beside today's keys.sqlite gives the number to no key")
  func olderCopy() throws {
    let fixture = try SampleVault.copy()
    let accountant = try fixture.signIn("keiko")
    let person = try #require(try accountant.vault.person(try PersonCode("0801")))
    accountant.close()
    for name in ["vault.sqlite", "keys.sqlite"] { try fixture.save(name, as: "old-") }
    _ = try purge(fixture)
    try fixture.restore("vault.sqlite", from: "old-")
    #expect(try ExitStatus { try fixture.open().store.close() }.status == 76)
    // Below every check: the rows as they lie in the files, and the accountant's keys.
    for purpose in ["tax-withholding", "tax-declarations"] {
      #expect(throws: SealingError.self) {
        _ = try openRaw(fixture, accountant, person, purpose)
      }
    }
    // The control: with last week's keys.sqlite the same path does open it.
    try fixture.restore("keys.sqlite", from: "old-")
    #expect(try openRaw(fixture, accountant, person, "tax-withholding") == Self.number)
  }

  /// Opens a number from the raw rows with a session's keys and a receipt of the test's own making.
  private func openRaw(
    _ fixture: VaultFixture, _ session: Session, _ person: VerifiedPerson, _ purpose: String
  ) throws -> [UInt8] {
    let store = try SQLiteVaultStore.open(folder: fixture.path, requiringPair: false)
    defer { store.close() }
    let ring = KeyRing(vault: session.vault.id)
    for name in session.heldKeys { ring.add(try #require(session.keyRing.key(name))) }
    let opener = try Opener(vault: session.vault.id, keyRing: ring, rows: RawRows(store))
    let request = Request(
      actor: session.account.id, roles: session.roles, purpose: PurposeID(purpose), form: nil,
      reason: "raw", person: person.record, personRow: person.row, holdsKey: true,
      wrapExists: true, now: VaultFixture.noon)
    let grant = try PermissiveDecider().decide(request)
    let receipt = Receipt<Reading>(target: ReceiptTarget(grant, offset: 0), entryIndex: 0)
    var digits: [UInt8] = []
    try opener.open(spending: receipt) { number in
      number.withDigits { for index in $0.indices { digits.append($0[index]) } }
    }
    return digits
  }
}
