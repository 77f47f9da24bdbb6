import People
import Rules
import Testing

@Suite("Rules of entrustment")
struct EntrustmentTests {
  private let rules: EntrustmentRules
  private let today = day("2026-11-22")
  private let root = RootPermission(on: day("2026-03-25"))

  init() throws { rules = try TestPolicy.policy().entrustment }

  private func gaps(
    _ contracts: [EntrustmentContract], of id: String = "yamada-sr", on date: CalendarDate? = nil,
    _ change: (inout EntrustmentRegister) throws -> Void = { _ in }
  ) throws -> [EntrustmentGap] {
    var register = EntrustmentRegister(contracts.map { ContractorRecord($0) })
    try change(&register)
    return register.gaps(of: try TestContract.id(id), on: date ?? today, by: rules)
  }

  @Test("a contract with every clause, in its time, has nothing against it")
  func inOrder() throws {
    #expect(try gaps([TestContract.make()]).isEmpty)
    #expect(try gaps([TestContract.make()], on: day("2026-04-01")).isEmpty)
    #expect(try gaps([TestContract.make()], on: day("2027-03-31")).isEmpty)
  }

  @Test(
    "each of the eight mandatory clauses stops everything when it is missing",
    arguments: ContractClause.allCases)
  func clause(_ clause: ContractClause) throws {
    let id = try TestContract.id("yamada-sr")
    let found = try gaps([TestContract.make { $0.clauses[clause] = nil }])
    if clause == .staffNamed || clause == .inspection {
      #expect(found == [.clauseDesirable(id, clause)])
      #expect(found.allSatisfy { $0.weight == .told })
    } else {
      #expect(found == [.clauseMissing(id, clause)])
      #expect(found.allSatisfy { $0.weight == .stops && $0.article.contains("番号法11条") })
    }
    let later = try gaps([TestContract.make { $0.clauses[clause] = day("2026-11-23") }])
    #expect(later == found, "a clause that is agreed tomorrow is missing today")
  }

  @Test("the eight mandatory and the two desirable clauses are those of the guideline")
  func counts() {
    #expect(rules.clauses.count { $0.isMandatory } == 8)
    #expect(rules.clauses.filter { !$0.isMandatory }.map(\.id) == [.staffNamed, .inspection])
  }

  @Test("a contract that has not begun, or has ended, stops everything")
  func dates() throws {
    let id = try TestContract.id("yamada-sr")
    #expect(
      try gaps([TestContract.make()], on: day("2026-03-31"))
        == [.notBegun(id, from: day("2026-04-01"))])
    #expect(
      try gaps([TestContract.make()], on: day("2027-04-01"))
        == [.lapsed(id, lastDay: day("2027-03-31"))], "nothing was given that could come back")
    let given = try gaps([TestContract.make()], on: day("2027-04-01")) {
      $0[id]?.hasReceived = true
    }
    #expect(
      given == [
        .lapsed(id, lastDay: day("2027-03-31")), .notReturned(id, since: day("2027-03-31")),
      ])
    let ended = try gaps([TestContract.make()]) { $0[id]?.endedOn = day("2026-11-20") }
    #expect(ended.first == .lapsed(id, lastDay: day("2026-11-20")))
    let returned = try gaps([TestContract.make()], on: day("2027-04-01")) {
      $0[id]?.hasReceived = true
      $0[id]?.returned = EntrustmentReturn(on: day("2027-04-01"), hasCertificate: true)
    }
    #expect(returned == [.lapsed(id, lastDay: day("2027-03-31"))])
  }

  @Test("supervision that is overdue stops giving, and what was given still opens")
  func supervision() throws {
    let id = try TestContract.id("yamada-sr")
    let contract = try TestContract.make { $0.supervision = SupervisionPlan(how: "x", months: 6) }
    let purpose = PurposeID("health-pension")
    var register = EntrustmentRegister([ContractorRecord(contract)])
    let overdue = EntrustmentGap.supervisionOverdue(id, since: day("2026-10-01"))
    #expect(register.gaps(of: id, on: day("2026-10-01"), by: rules).isEmpty)
    #expect(register.gaps(of: id, on: day("2026-10-02"), by: rules) == [overdue])
    #expect(register.reason(against: id, giving: purpose, on: today, by: rules) == overdue)
    #expect(register.reason(against: id, reading: purpose, on: today, by: rules) == nil)
    register[id]?.supervisions = [Supervision(on: day("2026-10-10"), finding: "x")]
    #expect(register.reason(against: id, giving: purpose, on: today, by: rules) == nil)
    register[id]?.supervisions = [
      Supervision(on: day("2026-10-10"), finding: "x", next: day("2026-11-01"))
    ]
    #expect(
      register.reason(against: id, giving: purpose, on: today, by: rules)
        == .supervisionOverdue(id, since: day("2026-11-01")))
  }

  // MARK: Re-entrustment

  @Test("a re-entrustment needs the first entruster's permission at every tier")
  func tiers() throws {
    let first = try TestContract.make("koh")
    func chain(
      _ second: RootPermission?, _ third: RootPermission?
    ) throws -> [EntrustmentContract] {
      [
        first, try TestContract.make("otsu", entruster: "koh", permission: second),
        try TestContract.make("hei", entruster: "otsu", permission: third),
      ]
    }
    let (otsu, hei) = (try TestContract.id("otsu"), try TestContract.id("hei"))
    let byKoh = RootPermission(by: try TestContract.id("koh"), on: day("2026-03-25"))
    #expect(try gaps(chain(root, root), of: "hei").isEmpty)
    #expect(try gaps(chain(root, nil), of: "hei") == [.permissionMissing(hei)])
    #expect(try gaps(chain(nil, root), of: "hei") == [.permissionMissing(otsu)])
    #expect(
      try gaps(chain(root, byKoh), of: "hei")
        == [.permissionNotOfRoot(hei, by: try TestContract.id("koh"))])
    #expect(try gaps(chain(nil, nil), of: "hei").count == 2)
    #expect(try gaps(chain(nil, nil), of: "koh").isEmpty, "what is below does not stop the first")
    #expect(try gaps(chain(nil, root), of: "hei").allSatisfy { $0.article == "番号法10条1項" })
  }

  @Test("what stands against an entruster stands against whom it re-entrusts")
  func inherited() throws {
    let koh = try TestContract.id("koh")
    let second = try TestContract.make("otsu", entruster: "koh", permission: root)
    #expect(
      try gaps([TestContract.make("koh") { $0.clauses[.inspection] = nil }, second], of: "otsu")
        == [.clauseDesirable(koh, .inspection)])
    let lapsed = try gaps(
      [TestContract.make("koh") { $0.until = day("2026-06-30") }, second], of: "otsu")
    #expect(lapsed.first == .lapsed(koh, lastDay: day("2026-06-30")))
    let narrow = EntrustmentRegister(
      [
        try TestContract.make("koh", purposes: ["employment-insurance"]), second,
      ].map { ContractorRecord($0) })
    #expect(
      narrow.reason(
        against: second.id, reading: PurposeID("health-pension"), on: today, by: rules)
        == .purposeNotEntrusted(koh, PurposeID("health-pension")))
  }

  @Test("a chain that leads nowhere, or to itself, stops everything")
  func broken() throws {
    #expect(
      try gaps([TestContract.make(entruster: "koh", permission: root)])
        == [.notRegistered(try TestContract.id("koh"))])
    #expect(
      try gaps([], of: "koh") == [.notRegistered(try TestContract.id("koh"))])
    let circle = [
      try TestContract.make("koh", entruster: "otsu", permission: root),
      try TestContract.make("otsu", entruster: "koh", permission: root),
    ]
    #expect(try gaps(circle, of: "koh") == [.circular(try TestContract.id("koh"))])
  }

  @Test("the weightiest reason comes first")
  func order() throws {
    let found = try gaps(
      [
        TestContract.make {
          $0.clauses[.inspection] = nil
          $0.clauses[.confidentiality] = nil
          $0.supervision = SupervisionPlan(how: "x", months: 1)
        }
      ])
    #expect(found.map(\.weight) == [.stops, .stopsGiving, .told])
  }

  @Test("a purpose that the contract does not name is not entrusted")
  func purpose() throws {
    let register = EntrustmentRegister([ContractorRecord(try TestContract.make())])
    let id = try TestContract.id("yamada-sr")
    let tax = PurposeID("tax-withholding")
    let gap = EntrustmentGap.purposeNotEntrusted(id, tax)
    #expect(register.reason(against: id, giving: tax, on: today, by: rules) == gap)
    #expect(register.reason(against: id, reading: tax, on: today, by: rules) == gap)
  }

  // MARK: Ids and keys

  @Test(
    "the id of a contractor is plain ASCII and never root",
    arguments: [
      "", "root", "A", "1a", "-a", "a_b", "a@b", "a.b", "山田", String(repeating: "a", count: 31),
    ])
  func badID(text: String) {
    #expect(ContractorID(text) == nil)
  }

  @Test("the name of a contractor's key tells purpose and contractor")
  func keyNames() throws {
    let key = try #require(ContractorKey(name: "health-pension@yamada-sr"))
    #expect(key.purpose == PurposeID("health-pension") && key.contractor.text == "yamada-sr")
    #expect(key.name == "health-pension@yamada-sr")
    for name in ["health-pension", "@yamada-sr", "a@", "a@b@c", "a@root", "a@B", "roster"] {
      #expect(ContractorKey(name: name) == nil, "\(name)")
    }
  }
}
