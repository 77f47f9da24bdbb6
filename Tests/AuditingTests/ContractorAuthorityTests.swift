import People
import Rules
import Secrets
import Testing

@testable import Auditing

@Suite("Authority over contractors")
struct ContractorAuthorityTests {
  private let log: TestLog
  private let users: [String: TestUser]
  private let until = CalendarDate(year: 2027, month: 3, day: 31) ?? .first
  private let key = "tax@koh"

  init() throws {
    log = try TestLog()
    users = [
      "u0": log.administrator, "recovery": log.recovery, "u2": try TestUser("u2", seed: 2),
      "u3": try TestUser("u3", seed: 3), "u6": try TestUser("u6", seed: 6),
    ]
  }

  private func user(_ id: String) throws -> TestUser { try #require(users[id]) }

  private func contract(
    _ id: String = "koh", entruster: String? = nil, permittedOn: CalendarDate? = nil,
    purposes: [String] = ["tax"], until: CalendarDate? = nil
  ) -> AuthorityStatement {
    .contract(
      ContractStatement(
        contractor: id, entruster: entruster, permittedOn: permittedOn, purposes: purposes,
        digest: [UInt8](repeating: 4, count: 32), until: until ?? self.until, publicKey: nil))
  }

  private func pair(
    _ name: String? = nil, _ generation: Int = 1, until: CalendarDate? = nil
  ) throws -> AuthorityStatement {
    .key(
      KeyStatement(
        name: name ?? key, generation: generation,
        publicKey: try TestUser("", seed: 61).publicKeys.x25519, until: until ?? self.until))
  }

  private func member(
    _ id: String, contractor: String? = "koh", until: CalendarDate?
  ) throws -> AuthorityStatement {
    .user(
      UserStatement(
        id: id, name: "社労士", organisation: "甲社", contractor: contractor, roles: ["contractor"],
        until: until, keys: try user("u6").publicKeys))
  }

  private func grant(_ user: String, _ key: String? = nil) -> AuthorityStatement {
    .grant(user: user, key: key ?? self.key, generation: 1)
  }

  private func apply(
    _ statement: AuthorityStatement, by actor: String, at index: Int = 7,
    to authority: inout Authority, on time: Timestamp? = nil
  ) throws -> AuditingError.Code? {
    var content = EntryContent(action: "change", actor: actor, outcome: .done)
    content.authority = statement
    let (time, salt) = (time ?? log.time, [UInt8](repeating: 7, count: 16))
    let bare = Entry(content: content, index: index, time: time, salt: salt)
    let entry = Entry(
      content: content, index: index, time: time, salt: salt,
      signature: try user(actor).signer.key.sign(bare.signedBytes().span))
    // What a reader of the log would see is what was written.
    #expect(try Entry(parsing: entry.canonicalBytes().span).content == content)
    do throws(AuditingError) {
      try authority.apply(entry)
      return nil
    } catch {
      return error.code
    }
  }

  /// A purpose with its holder (`u2`), somebody who holds nothing (`u3`), a contract, its user
  /// (`u6`) and the contractor's key.
  private func state(isKeyMade: Bool = true) throws -> Authority {
    let bytes = log.entries[0]
    var authority = try Authority(entry: Entry(parsing: bytes.span), bytes: bytes.span)
    var steps: [(AuthorityStatement, String)] = [
      (.key(try log.newKey("tax", 1)), "recovery"),
      (.user(try user("u2").statement("経理", ["accountant"])), "u0"),
      (.user(try user("u3").statement("労務", ["hr"])), "u0"),
      (.grant(user: "u2", key: "tax", generation: 1), "recovery"), (contract(), "u0"),
      (try member("u6", until: until), "u0"),
    ]
    if isKeyMade { steps.append((try pair(), "u2")) }
    for (offset, step) in steps.enumerated() {
      #expect(try apply(step.0, by: step.1, at: offset + 1, to: &authority) == nil)
    }
    return authority
  }

  @Test("a holder of the purpose makes the contractor's key, holds it and grants it on")
  func sharing() throws {
    var authority = try state()
    #expect(authority.holds(user: "u2", key: key))
    #expect(try apply(grant("u6"), by: "u2", to: &authority) == nil)
    #expect(authority.holds(user: "u6", key: key))
    #expect(authority.lastDay(of: try #require(ContractorKey(name: key))) == until)
    #expect(authority.keyNumbersByPurpose()["tax"]?.count == 2)
    #expect(authority.recoveryGrants.contains(KeyGrant(user: "recovery", key: key, generation: 1)))
  }

  @Test("who may not, does not: contracts, keys, grants and ends")
  func refused() throws {
    let late = until.adding(days: 1)
    let early = CalendarDate(year: 2026, month: 3, day: 25) ?? .first
    let cases: [(String, AuthorityStatement, String, AuditingError.Code)] = [
      ("HR registers a contract", contract("otsu"), "u3", .notAuthorised),
      ("the recovery key registers a contract", contract("otsu"), "recovery", .notAuthorised),
      ("the contractor registers one", contract("otsu"), "u6", .notAuthorised),
      ("a contract with the employer", contract("root"), "u0", .malformed),
      ("a contract of no id", contract("甲"), "u0", .malformed),
      ("a contract for no purpose", contract("otsu", purposes: []), "u0", .malformed),
      ("a re-entrustment without permission", contract("otsu", entruster: "koh"), "u0", .malformed),
      (
        "a permission of what the employer entrusts", contract("otsu", permittedOn: early), "u0",
        .malformed
      ),
      (
        "a re-entrustment by nobody known", contract("otsu", entruster: "hei", permittedOn: early),
        "u0", .malformed
      ),
      (
        "a chain that leads back", contract("koh", entruster: "koh", permittedOn: early), "u0",
        .malformed
      ),
      ("a key of a past day", try pair(nil, 2, until: early), "u2", .malformed),
      ("who does not hold the purpose makes its key", try pair(nil, 2), "u3", .notAuthorised),
      ("the administrator makes a key", try pair(nil, 2), "u0", .notAuthorised),
      ("the contractor's user makes a key", try pair("tax@koh", 3), "u6", .notAuthorised),
      ("a key without a contract", try pair("tax@otsu"), "u2", .malformed),
      ("a key beyond the contract", try pair(nil, 2, until: late), "u2", .malformed),
      ("a key without a purpose", try pair("none@koh"), "recovery", .malformed),
      ("a purpose's key with a last day", try pair("tax", 2), "u2", .malformed),
      ("a key whose name is neither", try pair("a@b@c"), "recovery", .malformed),
      ("the purpose's own key to the contractor", grant("u6", "tax"), "u2", .malformed),
      ("the contractor's key to who lacks the purpose", grant("u3"), "u2", .malformed),
      ("who does not hold it grants it", grant("u6"), "u3", .notAuthorised),
      ("a user who ends a key before its day", .keyEnd(key: key), "u2", .notAuthorised),
      ("ending a purpose's key", .keyEnd(key: "tax"), "u0", .malformed),
      ("ending a key there is none of", .keyEnd(key: "tax@otsu"), "u0", .malformed),
      ("a user beyond the contract", try member("u8", until: late), "u0", .malformed),
      ("a user without a last day", try member("u8", until: nil), "u0", .malformed),
      (
        "a user of no contractor", try member("u8", contractor: "otsu", until: until), "u0",
        .malformed
      ),
    ]
    for (name, statement, actor, code) in cases {
      var authority = try state()
      let before = (authority.grants, authority.keyNames, authority.contracts, authority.users)
      #expect(try apply(statement, by: actor, at: 8, to: &authority) == code, "\(name)")
      #expect(authority.grants == before.0 && authority.keyNames == before.1, "\(name)")
      #expect(authority.contracts == before.2 && authority.users == before.3, "\(name)")
    }
  }

  @Test("the contractor's user, who holds its key, neither renews it nor passes it on")
  func holders() throws {
    for statement in [try pair(nil, 2), grant("u7")] {
      var authority = try state()
      #expect(try apply(grant("u6"), by: "u2", at: 8, to: &authority) == nil)
      #expect(try apply(statement, by: "u6", at: 9, to: &authority) == .notAuthorised)
      #expect(authority.generations(of: key) == [1])
    }
  }

  @Test("the next pair of a contractor ends the one before, with its grants")
  func renewal() throws {
    var authority = try state()
    #expect(try apply(grant("u6"), by: "u2", to: &authority) == nil)
    #expect(try apply(pair(nil, 2), by: "u2", to: &authority) == nil)
    #expect(authority.generations(of: key) == [2] && authority.key(key, generation: 1) == nil)
    #expect(!authority.holds(user: "u6", key: key) && authority.holdsNewest(user: "u2", key: key))
    #expect(!authority.recoveryGrants.contains(KeyGrant(user: "recovery", key: key, generation: 1)))
    #expect(try apply(grant("u6"), by: "recovery", to: &authority) == .malformed)
    #expect(
      try apply(.grant(user: "u6", key: key, generation: 2), by: "u2", to: &authority) == nil)
  }

  @Test("a key of who was re-entrusted needs permission, purpose and days at every tier")
  func chain() throws {
    let early = CalendarDate(year: 2026, month: 3, day: 25) ?? .first
    let today = log.time.japanDate
    let short = until.adding(days: -30)
    func tiers(
      upper: [String] = ["tax"], until: CalendarDate? = nil, permittedOn: CalendarDate? = nil
    ) throws -> Authority {
      var authority = try state(isKeyMade: false)
      let contracts = [
        contract("koh", purposes: upper, until: until),
        contract("otsu", entruster: "koh", permittedOn: permittedOn ?? early),
      ]
      for statement in contracts {
        #expect(try apply(statement, by: "u0", to: &authority) == nil)
      }
      return authority
    }
    let (tax, otsu) = (PurposeID("tax"), try #require(ContractorID("otsu")))
    var whole = try tiers()
    #expect(whole.lastDay(entrusting: tax, to: otsu, on: today) == until)
    #expect(whole.lastDay(entrusting: tax, to: otsu, on: until.adding(days: 1)) == nil)
    #expect(try apply(pair("tax@otsu"), by: "u2", to: &whole) == nil)
    for var narrow in [
      try tiers(upper: ["other"]), try tiers(until: short), try tiers(permittedOn: until),
      try tiers(until: early),
    ] {
      #expect(try apply(pair("tax@otsu"), by: "u2", to: &narrow) == .malformed)
      #expect(narrow.key("tax@otsu") == nil)
    }
    var circle = try tiers()
    #expect(
      try apply(contract("koh", entruster: "otsu", permittedOn: early), by: "u0", to: &circle)
        == .malformed)
  }

  @Test("a key of what is entrusted no more is granted to nobody, by the recovery key neither")
  func narrowed() throws {
    let early = CalendarDate(year: 2026, month: 3, day: 25) ?? .first
    let late = Timestamp(until.adding(days: 1), secondOfDay: 0)
    for actor in ["u2", "recovery"] {
      for next in [
        contract(purposes: ["other"]), contract(until: early),
        contract("koh", entruster: "otsu", permittedOn: early),
      ] {
        var authority = try state()
        let above = contract("otsu", purposes: ["other"])
        #expect(try apply(above, by: "u0", at: 8, to: &authority) == nil)
        #expect(try apply(next, by: "u0", at: 9, to: &authority) == nil)
        #expect(try apply(grant("u6"), by: actor, at: 10, to: &authority) == .malformed)
        #expect(!authority.holds(user: "u6", key: key))
      }
      var lapsed = try state()
      #expect(try apply(grant("u6"), by: actor, to: &lapsed, on: late) == .malformed)
    }
  }

  @Test("an ended key is held by nobody and sealed to by nobody, and the next pair is another")
  func ending() throws {
    var authority = try state()
    #expect(try apply(grant("u6"), by: "u2", to: &authority) == nil)
    #expect(try apply(.keyEnd(key: key), by: "u0", to: &authority) == nil)
    #expect(authority.key(key) == nil && authority.key(key, generation: 1) == nil)
    #expect(!authority.keyNames.contains(key) && authority.keyNumber(key) != nil)
    #expect(!authority.holds(user: "u6", key: key) && !authority.holds(user: "u2", key: key))
    #expect(!authority.recoveryGrants.contains { $0.key == key })
    #expect(try apply(.keyEnd(key: key), by: "u0", to: &authority) == .malformed)
    #expect(try apply(grant("u6"), by: "recovery", to: &authority) == .malformed)
    #expect(try apply(pair(nil, 2), by: "u2", to: &authority) == nil)
    #expect(authority.generations(of: key) == [2])
    #expect(try apply(grant("u6"), by: "recovery", to: &authority) == .malformed)
  }

  @Test("after its last day any user who may act ends it, and nobody on that day")
  func lapse() throws {
    for actor in ["u2", "u3", "u6"] {
      var authority = try state()
      let evening = Timestamp(until, secondOfDay: 15 * 3600 - 1)
      #expect(
        try apply(.keyEnd(key: key), by: actor, to: &authority, on: evening) == .notAuthorised)
      let next = evening.adding(seconds: 1)
      let late = try apply(.keyEnd(key: key), by: actor, to: &authority, on: next)
      // The contractor's user is past the last day too.
      #expect(late == (actor == "u6" ? .notAuthorised : nil), "\(actor)")
    }
  }

  @Test("a holder who is revoked leaves a key to be renewed, until it is")
  func rotationDue() throws {
    var authority = try state()
    #expect(try apply(grant("u6"), by: "u2", to: &authority) == nil)
    #expect(try apply(.revoke(user: "u3"), by: "u0", to: &authority) == nil)
    #expect(authority.rotationDue.isEmpty, "who held nothing leaves nothing")
    #expect(try apply(.revoke(user: "u6"), by: "u0", to: &authority) == nil)
    #expect(authority.rotationDue == [key])
    #expect(try apply(pair(nil, 2), by: "u2", to: &authority) == nil)
    #expect(authority.rotationDue.isEmpty)
  }
}
