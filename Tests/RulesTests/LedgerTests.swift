import People
import Rules
import Testing

@Suite("For whom numbers may be left out of declarations")
struct LedgerTests {
  let ledger: LedgerRules

  init() throws { ledger = try TestPolicy.policy().ledger }

  private static let received = LifeEvent(.declarationReceived, on: day("2025-01-10"), year: 2025)

  private func employee(
    _ events: [LifeEvent] = [received], _ change: (inout PersonRecord) throws -> Void = { _ in }
  ) throws -> PersonRecord {
    var person = try TestPerson.make(purposes: ["tax-withholding", "tax-declarations"])
    person.hiredOn = day("2024-04-01")
    for event in events { person.add(event) }
    try change(&person)
    return person
  }

  private func obstacles(_ person: PersonRecord, _ year: Int = 2026) -> [LedgerObstacle]? {
    ledger.standing(of: person, year: year)?.obstacles
  }

  @Test("Who filed a declaration with the number before may leave it out")
  func mayOmit() throws {
    let standing = try #require(ledger.standing(of: try employee(), year: 2026))
    #expect(standing.mayOmit && standing.source == Self.received && !standing.isOfTheYear)
    let same = try #require(ledger.standing(of: try employee(), year: 2025))
    #expect(same.mayOmit && same.isOfTheYear, "only later declarations of that year")
    #expect(obstacles(try employee(), 2024) == [.noDeclaration])
  }

  @Test("What the ledger lacks stands against it")
  func lacking() throws {
    #expect(obstacles(try employee([])) == [.noDeclaration])
    let undated = LifeEvent(.declarationReceived, year: 2025)
    #expect(obstacles(try employee([undated])) == [.receiptUnknown])
    let derived = LifeEvent(
      .declarationReceived, on: day("2025-01-10"), year: 2025, basis: .derived)
    #expect(obstacles(try employee([derived])) == [.receiptUnknown])
    #expect(
      obstacles(
        try employee {
          $0.versions = []
          $0.currentVersion = 0
        }) == [.noNumber])
    #expect(obstacles(try employee { $0.verification = .none }) == [.notVerified])
    #expect(
      obstacles(
        try employee {
          $0.versions = [
            NumberVersion(version: 1, declaredOn: day("2024-04-01"), usable: false)
          ]
        }) == [.notVerified])
    #expect(
      obstacles(try employee { $0.notePurge(of: "tax-declarations", on: day("2025-06-01")) })
        == [.noNumber])
    let other = try TestPerson.make(purposes: ["tax-withholding"])
    #expect(obstacles(other) == [.purposeNotDeclared, .noDeclaration])
  }

  @Test(
    "A changed name ends it until a notice of change or a new declaration",
    arguments: [LifeEventKind.nameChanged, .particularsChanged])
  func name(kind: LifeEventKind) throws {
    let changed = LifeEvent(kind, on: day("2025-06-01"))
    #expect(obstacles(try employee([Self.received, changed])) == [.nameChanged])
    let before = LifeEvent(.changeNoticeReceived, on: day("2025-05-31"))
    #expect(obstacles(try employee([Self.received, changed, before])) == [.nameChanged])
    let notice = LifeEvent(.changeNoticeReceived, on: day("2025-06-01"))
    #expect(obstacles(try employee([Self.received, changed, notice])) == [])
    let anew = LifeEvent(.declarationReceived, on: day("2026-01-10"), year: 2026)
    #expect(obstacles(try employee([Self.received, changed, anew])) == [])
    let early = LifeEvent(kind, on: day("2024-12-01"))
    #expect(obstacles(try employee([Self.received, early])) == [])
  }

  @Test("A changed address is set right by a notice, and bars nothing")
  func address() throws {
    let moved = LifeEvent(.addressChanged, on: day("2025-06-01"))
    let standing = try #require(
      ledger.standing(of: try employee([Self.received, moved]), year: 2026))
    #expect(standing.mayOmit && standing.addressChangedOn == day("2025-06-01"))
    let notice = LifeEvent(.changeNoticeReceived, on: day("2025-06-10"))
    let right = ledger.standing(of: try employee([Self.received, moved, notice]), year: 2026)
    #expect(right?.addressChangedOn == nil)
  }

  @Test(
    "A number replaced since ends it, destroyed or not",
    arguments: [NumberVersion.State.changed, .corrected, .purged])
  func number(how: NumberVersion.State) throws {
    func replaced(_ events: [LifeEvent], on date: String) throws -> PersonRecord {
      try employee(events) {
        $0.versions = [
          NumberVersion(
            version: 1, declaredOn: day("2024-04-01"), replacedOn: day(date), how: how),
          NumberVersion(version: 2, declaredOn: day(date)),
        ]
        $0.currentVersion = 2
      }
    }
    #expect(obstacles(try replaced([Self.received], on: "2025-06-01")) == [.numberChanged])
    let notice = LifeEvent(.changeNoticeReceived, on: day("2025-06-05"))
    #expect(obstacles(try replaced([Self.received, notice], on: "2025-06-01")) == [])
    #expect(obstacles(try replaced([Self.received], on: "2024-12-01")) == [])
  }

  @Test("Only who stands on the year's declarations is in the ledger")
  func concerned() throws {
    #expect(obstacles(try employee { $0.leftOn = day("2025-12-31") }) == nil)
    #expect(obstacles(try employee { $0.leftOn = day("2026-01-31") }) == [])
    #expect(obstacles(try employee { $0.hiredOn = day("2027-04-01") }) == nil)
    #expect(obstacles(try TestPerson.make(.payee, purposes: ["payment-records"])) == nil)
    #expect(obstacles(try TestPerson.make(.proprietor)) == nil)
    let health = try TestPerson.make(
      .family, code: "0012-1", relationship: .mother,
      standing: DependentStanding(healthDependent: true), purposes: ["health-pension"])
    #expect(obstacles(health) == nil)
    var child = try TestPerson.make(
      .family, code: "0012-2", relationship: .child,
      standing: DependentStanding(taxDependent: true, sixteenFrom: 2040),
      purposes: ["tax-declarations"])
    #expect(obstacles(child) == [.noDeclaration], "added after the employee's declaration")
    child.add(Self.received)
    #expect(obstacles(child) == [])
    child.add(LifeEvent(.dependentRemoved, on: day("2025-12-31")))
    #expect(obstacles(child) == nil)
  }

  @Test("Every obstacle has its words, remedy and article")
  func reasons() throws {
    for obstacle in LedgerObstacle.allCases {
      let reason = try #require(ledger.reason(obstacle))
      #expect(!reason.ja.isEmpty && !reason.remedyEN.isEmpty && !reason.citations.isEmpty)
    }
    #expect(ledger.declarations.count == 5)
  }
}
