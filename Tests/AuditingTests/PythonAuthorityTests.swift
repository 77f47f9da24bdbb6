import People
import TestSupport
import Testing

@testable import Auditing

@Suite("A verifier that was written from the format page agrees on contractors and rotations")
struct PythonAuthorityTests {
  private static let last = CalendarDate(year: 2027, month: 3, day: 31) ?? .first

  /// The standard log, with a contract, a contractor's user `u…` and key, and a re-entrustment; `u4` holds
  /// `tax`.
  private static func contracted() throws -> (log: TestLog, contractor: TestUser) {
    let log = try TestLog.standard(endsUnsigned: false)
    let admin = log.administrator
    try log.commit([log.change(.contract(contract("sr")), by: admin)], checkpointBy: admin)
    let contractor = try TestUser("u\(log.entries.count)", seed: 60)
    try log.commit(
      [log.change(.user(user(contractor, of: "sr", until: last)), by: admin)], checkpointBy: admin)
    try log.commit(
      [
        log.change(.key(try key(log, "tax@sr", 1, until: last)), by: accountant()),
        log.change(.grant(user: contractor.id, key: "tax@sr", generation: 1), by: accountant()),
        log.change(.contract(contract("sub", by: "sr", permitted: day(2026, 9, 1))), by: admin),
      ], checkpointBy: admin)
    return (log, contractor)
  }

  private static func accountant() throws -> TestUser { try TestUser("u4", seed: 5) }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? .first
  }

  private static func contract(
    _ contractor: String, by entruster: String? = nil, permitted: CalendarDate? = nil,
    purposes: [String] = ["tax"], until: CalendarDate = last
  ) -> ContractStatement {
    ContractStatement(
      contractor: contractor, entruster: entruster, permittedOn: permitted, purposes: purposes,
      digest: [UInt8](repeating: 6, count: 32), until: until, publicKey: nil)
  }

  private static func user(
    _ user: TestUser, of contractor: String, until: CalendarDate?
  ) -> UserStatement {
    UserStatement(
      id: user.id, name: "社労士 \(user.id)", organisation: "社労士事務所", contractor: contractor,
      roles: ["accountant"], until: until, keys: user.publicKeys)
  }

  private static func key(
    _ log: TestLog, _ name: String, _ generation: Int, until: CalendarDate? = nil,
    reseals: Bool = false
  ) throws -> KeyStatement {
    KeyStatement(
      name: name, generation: generation, publicKey: try log.newKey(name, 1).publicKey,
      until: until, reseals: reseals)
  }

  @Test("on good ones")
  func good() throws {
    let (log, _) = try Self.contracted()
    let (admin, accountant) = (log.administrator, try Self.accountant())
    try log.commit(
      [
        log.change(.key(try Self.key(log, "tax@sr", 2, until: Self.last)), by: accountant),
        log.change(.keyEnd(key: "tax@sr"), by: admin),
        log.change(.key(try Self.key(log, "tax", 2, reseals: true)), by: accountant),
        log.change(.keyRetire(key: "tax", before: 2), by: accountant),
        log.change(.approval(plan: [UInt8](repeating: 7, count: 32)), by: accountant),
      ], checkpointBy: admin)
    try bothSay(isGood: true, of: try log.export(), vault: log.vaultID, "contracts and rotations")
  }

  @Test("on one that nobody may make")
  func refused() throws {
    for (what, change) in Self.forgeries {
      let (log, contractor) = try Self.contracted()
      try log.commit([try change(log, contractor)], checkpointBy: log.administrator)
      try bothSay(isGood: false, of: try log.export(), vault: log.vaultID, "\(what)")
    }
  }

  private typealias Forgery = (String, (TestLog, TestUser) throws -> TestLog.Line)

  /// The user whom the next entry could add.
  private static func next(_ log: TestLog) throws -> TestUser {
    try TestUser("u\(log.entries.count)", seed: 70)
  }

  private static var forgeries: [Forgery] {
    [
      (
        "a contract by an accountant",
        { log, _ in log.change(.contract(contract("x")), by: try accountant()) }
      ),
      (
        "a contract without a purpose",
        { log, _ in log.change(.contract(contract("x", purposes: [])), by: log.administrator) }
      ),
      (
        "a contractor named root",
        { log, _ in log.change(.contract(contract("root")), by: log.administrator) }
      ),
      (
        "a re-entrustment by nobody",
        { log, _ in
          log.change(
            .contract(contract("x", by: "y", permitted: day(2026, 9, 1))), by: log.administrator)
        }
      ),
      (
        "a re-entrustment without permission",
        { log, _ in log.change(.contract(contract("x", by: "sr")), by: log.administrator) }
      ),
      (
        "a permission without a re-entrustment",
        { log, _ in
          log.change(.contract(contract("x", permitted: day(2026, 9, 1))), by: log.administrator)
        }
      ),
      (
        "a chain that leads back",
        { log, _ in
          log.change(
            .contract(contract("sr", by: "sub", permitted: day(2026, 9, 1))), by: log.administrator)
        }
      ),
      (
        "a contractor's user without a last day",
        { log, _ in
          log.change(.user(user(try next(log), of: "sr", until: nil)), by: log.administrator)
        }
      ),
      (
        "a contractor's user who outlasts the contract",
        { log, _ in
          log.change(
            .user(user(try next(log), of: "sr", until: day(2027, 4, 1))), by: log.administrator)
        }
      ),
      (
        "a user of no contract",
        { log, _ in
          log.change(
            .user(user(try next(log), of: "x", until: day(2027, 1, 1))), by: log.administrator)
        }
      ),
      (
        "a contractor's key that outlasts the contract",
        { log, _ in
          log.change(.key(try key(log, "tax@sr", 2, until: day(2027, 4, 1))), by: try accountant())
        }
      ),
      (
        "a contractor's key without a last day",
        { log, _ in log.change(.key(try key(log, "tax@sr", 2)), by: try accountant()) }
      ),
      (
        "a contractor's key in the past",
        { log, _ in
          log.change(.key(try key(log, "tax@sr", 2, until: day(2026, 9, 1))), by: try accountant())
        }
      ),
      (
        "a contractor's key by the contractor",
        { log, contractor in
          log.change(.key(try key(log, "tax@sr", 2, until: last)), by: contractor)
        }
      ),
      (
        "a contractor's key by an administrator",
        { log, _ in log.change(.key(try key(log, "tax@sr", 2, until: last)), by: log.administrator)
        }
      ),
      (
        "a contractor's key that reseals",
        { log, _ in
          log.change(
            .key(try key(log, "tax@sr", 2, until: last, reseals: true)), by: try accountant())
        }
      ),
      (
        "a contractor's key for a purpose not entrusted",
        { log, _ in log.change(.key(try key(log, "roster@sr", 1, until: last)), by: log.recovery) }
      ),
      (
        "a contractor's key for a purpose without a key",
        { log, _ in log.change(.key(try key(log, "pay@sr", 1, until: last)), by: log.recovery) }
      ),
      (
        "a contractor's key that skips a generation",
        { log, _ in log.change(.key(try key(log, "tax@sr", 3, until: last)), by: try accountant()) }
      ),
      (
        "a contractor's key of no contractor",
        { log, _ in log.change(.key(try key(log, "tax@x", 1, until: last)), by: try accountant()) }
      ),
      (
        "a key with a last day",
        { log, _ in log.change(.key(try key(log, "tax", 2, until: last)), by: try accountant()) }
      ),
      (
        "a first key that reseals",
        { log, _ in log.change(.key(try key(log, "new", 1, reseals: true)), by: log.recovery) }
      ),
      (
        "a purpose's key to a contractor's user",
        { log, contractor in
          log.change(.grant(user: contractor.id, key: "tax", generation: 1), by: try accountant())
        }
      ),
      (
        "a contractor's key passed on by the contractor",
        { log, contractor in
          log.change(.grant(user: "u4", key: "tax@sr", generation: 1), by: contractor)
        }
      ),
      (
        "a contractor's key to who lacks the purpose",
        { log, _ in
          log.change(.grant(user: "u0", key: "tax@sr", generation: 1), by: try accountant())
        }
      ),
      (
        "a grant by the contractor of a key not held",
        { log, contractor in
          log.change(.grant(user: contractor.id, key: "roster", generation: 1), by: contractor)
        }
      ),
      (
        "a key ended by an accountant before its day",
        { log, _ in log.change(.keyEnd(key: "tax@sr"), by: try accountant()) }
      ),
      (
        "a contractor's key retired",
        { log, _ in log.change(.keyRetire(key: "tax@sr", before: 1), by: log.recovery) }
      ),
      (
        "an approval by a contractor",
        { log, contractor in
          log.change(.approval(plan: [UInt8](repeating: 1, count: 32)), by: contractor)
        }
      ),
      (
        "an approval by the recovery key",
        { log, _ in log.change(.approval(plan: [UInt8](repeating: 1, count: 32)), by: log.recovery)
        }
      ),
      (
        "keys of the recovery file",
        { log, contractor in
          log.change(.userKeys(user: "recovery", keys: contractor.publicKeys), by: log.recovery)
        }
      ),
      (
        "a revocation of the recovery file",
        { log, _ in log.change(.revoke(user: "recovery"), by: log.administrator) }
      ),
      (
        "a user by a contractor",
        { log, contractor in
          log.change(.user(user(try next(log), of: "sr", until: last)), by: contractor)
        }
      ),
    ]
  }
}
