import People
import Rules
import Testing

@Suite("Whom to tell of a number that changed or was wrong")
struct NumberChangeTests {
  let rules: NumberChangeRules

  init() throws { rules = try TestPolicy.policy().numberChanges }

  private static let all = [
    "employment-insurance", "health-pension", "tax-declarations", "tax-withholding",
  ]

  /// Somebody whose first number was replaced on 2026-06-01.
  private func person(
    _ how: NumberVersion.State = .changed, _ kind: PersonKind = .employee,
    purposes: [String] = all, standing: DependentStanding = .none,
    relationship: Relationship? = nil, provided: String = "2026-06-01",
    events: [LifeEvent] = []
  ) throws -> PersonRecord {
    var person = try TestPerson.make(
      kind, relationship: relationship, standing: standing, purposes: purposes)
    person.versions = [
      NumberVersion(
        version: 1, declaredOn: day("2024-04-01"), replacedOn: day("2026-06-01"), how: how,
        usable: how == .changed),
      NumberVersion(version: 2, declaredOn: day(provided)),
    ]
    person.currentVersion = 2
    for event in events { person.add(event) }
    return person
  }

  private func ids(_ person: PersonRecord) -> [String] {
    rules.tasks(of: person).map(\.rule.id)
  }

  private static let declared = LifeEvent(.declarationReceived, on: day("2026-01-10"), year: 2026)

  @Test("A changed number goes to each office of the purposes that were declared")
  func offices() throws {
    #expect(ids(try person()) == ["employment-insurance", "pension", "health-insurance"])
    #expect(ids(try person(purposes: ["employment-insurance"])) == ["employment-insurance"])
    #expect(ids(try person(purposes: ["tax-withholding"])) == [])
    #expect(
      ids(try person(.changed, .officer, purposes: ["health-pension"])) == [
        "pension", "health-insurance",
      ])
    #expect(ids(try person(.changed, .payee, purposes: ["payment-records"])) == [])
  }

  @Test("A dependent's number goes where the dependent is known")
  func family() throws {
    let health = DependentStanding(healthDependent: true)
    #expect(
      ids(
        try person(
          .changed, .family, purposes: ["health-pension"], standing: health, relationship: .child))
        == ["health-insurance"])
    let spouse = DependentStanding(healthDependent: true, category3: true)
    #expect(
      ids(
        try person(
          .changed, .family, purposes: ["health-pension", "pension-category3"], standing: spouse,
          relationship: .spouse)) == ["health-insurance", "category3"])
    let tax = DependentStanding(taxDependent: true)
    #expect(
      ids(
        try person(
          .changed, .family, purposes: ["tax-declarations"], standing: tax, relationship: .child,
          events: [Self.declared])) == ["ledger"])
  }

  @Test("The ledger is set right only if a declaration leans on the number")
  func ledger() throws {
    #expect(!ids(try person()).contains("ledger"))
    #expect(ids(try person(events: [Self.declared])).contains("ledger"))
    let relied = LifeEvent(.declarationByLedger, year: 2026)
    #expect(ids(try person(events: [relied])).contains("ledger"))
    #expect(!ids(try person(purposes: ["health-pension"], events: [relied])).contains("ledger"))
  }

  @Test("The days run from when the employer had the new number")
  func due() throws {
    let told = try person(provided: "2026-06-20")
    let tasks = rules.tasks(of: told)
    #expect(tasks.map(\.due.isoText) == ["2026-06-25", "2026-06-25", "2026-06-30"])
    #expect(tasks.allSatisfy { $0.replacedOn == day("2026-06-01") && $0.version == 1 })
    #expect(tasks[0].isOverdue(on: day("2026-06-26")) && !tasks[0].isOverdue(on: day("2026-06-25")))
    #expect(tasks.map(\.rule.term) == ["速やかに", "速やかに", "遅滞なく"])
  }

  @Test("Nobody is told of who left, was removed or lost the insurance before")
  func ended() throws {
    var left = try person()
    left.leftOn = day("2026-05-31")
    #expect(ids(left) == [])
    left.leftOn = day("2026-06-30")
    #expect(ids(left).count == 3)
    let removed = LifeEvent(.dependentRemoved, on: day("2026-05-01"))
    let standing = DependentStanding(healthDependent: true)
    #expect(
      ids(
        try person(
          .changed, .family, purposes: ["health-pension"], standing: standing,
          relationship: .child, events: [removed])) == [])
    let lost = LifeEvent(.insuranceEnded, on: day("2026-05-01"), purpose: "health-pension")
    #expect(ids(try person(events: [lost])) == ["employment-insurance"])
    let again = LifeEvent(.insuranceBegan, on: day("2026-05-20"), purpose: "health-pension")
    #expect(ids(try person(events: [lost, again])).count == 3)
  }

  @Test("A purpose that was purged is told to nobody")
  func purged() throws {
    var person = try person()
    person.notePurge(of: "employment-insurance", on: day("2026-07-01"))
    #expect(ids(person) == ["pension", "health-insurance"])
  }

  @Test("A number that stands, or was destroyed, asks for nothing")
  func nothing() throws {
    #expect(rules.tasks(of: try TestPerson.make(purposes: Self.all)) == [])
    #expect(ids(try person(.purged)) == [])
    #expect(ids(try person(.current)) == [])
  }

  @Test("A wrong number is corrected where it was filed, each year by itself, and nowhere else")
  func corrected() throws {
    #expect(ids(try person(.corrected)) == [])
    let slip = "withholding-slip-municipality"
    let person = try person(
      .corrected,
      events: [
        LifeEvent(.slipFiled, on: day("2025-01-20"), year: 2024, form: slip, basis: .derived),
        LifeEvent(.slipFiled, year: 2025, form: slip),
        LifeEvent(.slipFiled, on: day("2026-06-02"), year: 2026, form: slip, basis: .derived),
        LifeEvent(
          .slipFiled, on: day("2024-03-31"), year: 2023, form: slip, basis: .derived),
        LifeEvent(.noticeFiled, on: day("2026-05-01"), form: "employment-insurance-acquisition"),
        LifeEvent(.noticeFiled, on: day("2026-06-02"), form: "health-pension-acquisition"),
      ])
    let tasks = rules.tasks(of: person)
    #expect(
      tasks.map(\.rule.id) == [
        "employment-insurance", "slip-municipality", "slip-municipality",
      ])
    #expect(tasks.map(\.year) == [nil, 2024, 2025])
    #expect(tasks.allSatisfy { $0.kind == .correction })
  }

  @Test(
    "A slip filed on paper before the vault bore the first number; of the year of the correction it did not"
  )
  func beforeTheVault() throws {
    let slip = "withholding-slip-tax-office"
    let early = LifeEvent(.slipFiled, on: day("2020-01-20"), year: 2019, form: slip)
    let undated = LifeEvent(.slipFiled, year: 2026, form: slip)
    let tasks = rules.tasks(of: try person(.corrected, events: [early, undated]))
    #expect(tasks.map(\.year) == [2019])
  }

  @Test("What is marked as done is done for that version, rule and year alone")
  func done() throws {
    var person = try person()
    person.changesDone = [
      ChangeDone(version: 1, rule: "pension", date: day("2026-06-03"), receipt: "r", by: "u1"),
      ChangeDone(version: 2, rule: "employment-insurance", date: day("2026-06-03"), by: "u1"),
      ChangeDone(version: 1, rule: "health-insurance", year: 2026, date: day("2026-06-03"), by: ""),
    ]
    let open = rules.tasks(of: person).filter(\.isOpen).map(\.rule.id)
    #expect(open == ["employment-insurance", "health-insurance"])
    let done = rules.tasks(of: person).first { !$0.isOpen }
    #expect(done?.done?.receipt == "r" && done?.isOverdue(on: day("2030-01-01")) == false)
  }

  @Test("Every rule has its article, and every office a name")
  func sound() {
    for rule in rules.rules {
      #expect(!rule.citations.isEmpty && !rule.office.isEmpty && rule.withinDays > 0, "\(rule.id)")
    }
    #expect(rules.offices.contains("hello-work") && rules.offices.contains("ledger"))
    #expect(Set(rules.offices).count == rules.offices.count)
    for name in ["hello-work", "公共職業安定所", "Hello Work"] {
      #expect(rules.office(named: name) == "hello-work", "\(name)")
    }
    #expect(rules.office(named: "town-hall") == nil && rules.office(named: "") == nil)
    #expect(rules.questions.contains { $0.id == "promptly-in-days" })
  }
}
