import Auditing
import JSON
import People
import Rules
import Testing

@testable import Reports

@Suite("Verification report")
struct VerificationReportTests {
  let policy: Policy

  init() throws { policy = try TestPolicy.policy() }

  private func report(
    _ people: [(PersonSummary, VerificationFinding)]
  ) -> VerificationReport {
    var builder = VerificationReportBuilder(under: policy, asOf: day("2026-11-22"))
    for (person, finding) in people { builder.add(person, finding) }
    return builder.report()
  }

  private func document(_ people: [(PersonSummary, VerificationFinding)]) -> ReportDocument {
    report(people).document { $0 == "a document that proves the number is missing" ? "番号確認" : nil }
  }

  private func line(
    _ verification: Verification, _ finding: VerificationFinding = .none,
    kind: PersonKind = .employee, standing: DependentStanding = .none
  ) throws -> VerificationLine? {
    let person = try TestPeople.person("0001", pin: 7, kind: kind, verification: verification) {
      $0.standing = standing
    }
    return report([(person, finding)]).lines.first
  }

  private func answer(_ documents: [ShownDocument]) -> IdentityAnswer {
    policy.identity.judge(
      IdentityCase(
        date: day("2026-11-20"), channel: .inPerson, kind: .employee, documents: documents))
  }

  @Test("Counts come first, by standing and reason, what is wrong before what is right")
  func counts() throws {
    let people = try [
      TestPeople.person("0001", pin: 20, verification: TestPeople.verified),
      TestPeople.person("0002", pin: 21),
      TestPeople.person("0003", pin: 22),
      TestPeople.person("0004", pin: 23, holds: false) { $0.noNumberReason = .refused },
      TestPeople.person(
        "0005", pin: 24, verification: .legacy(attestedOn: day("2026-04-01"), by: "u0")),
    ].map { ($0, VerificationFinding.none) }
    let report = report(people)
    #expect(
      report.counts.map { "\($0.subject.standing.rawValue)/\($0.subject.reason ?? "") \($0.count)" }
        == [
          "unverified/number-document 2", "attested/ 1", "without-number/refused 1",
          "verified/card 1",
        ])
    #expect(report.counts.reduce(0) { $0 + $1.count } == report.people)
    #expect(report.counts[0].entries.ranges == [21...22])
    #expect(report.lines.map(\.person.text) == ["0002", "0003", "0004", "0005"])
  }

  @Test("Whom nothing was shown of is asked for everything, with the articles")
  func everything() throws {
    let line = try #require(try line(.none))
    #expect(line.standing == .unverified)
    #expect(line.missing.map(\.shortfall) == [.numberDocument, .identityDocuments(needed: 1)])
    let text = document([(try TestPeople.person("0001", pin: 7), .none)]).text(.japanese)
    #expect(text.contains("個人番号カード又は住民票の写し（番号入り）"))
    #expect(text.contains("番号法施行令12条1項") && text.contains("番号確認、an identity"))
  }

  @Test("What is wrong with a document on record is told under its article")
  func insufficient() throws {
    let answer = answer([
      ShownDocument("resident-record"),
      ShownDocument("driving-licence", expiresOn: day("2026-01-01")),
    ])
    let line = try #require(
      try line(
        .numberProved(rule: "resident-record", on: day("2026-11-20"), policy: ""), .judged(answer)))
    #expect(line.standing == .numberProved && line.reason == "resident-record")
    #expect(line.missing.map(\.shortfall).contains(.documentExpired(id: "driving-licence")))
  }

  @Test("Of particulars without a key nothing is guessed")
  func sealed() throws {
    let person = try TestPeople.person("0001", pin: 7)
    let report = report([(person, .sealed)])
    #expect(report.notLookedAt == 1)
    #expect(report.lines.first?.missing.isEmpty == true)
    #expect(report.counts.first?.subject.reason == "evidence-not-looked-at")
    let json = String(decoding: report.document { _ in nil }.json(), as: UTF8.self)
    #expect(json.contains("\"not_looked_at\":1") && json.contains("\"evidence\":\"sealed\""))
  }

  @Test("What waits for the responsible person is neither verified nor attested")
  func claimed() throws {
    let line = try #require(try line(.claimed(on: day("2026-11-01"), by: "u1")))
    #expect(line.standing == .claimed && line.date == day("2026-11-01"))
    #expect(line.missing.map(\.shortfall) == [.notAttested])
  }

  @Test("A verification that its own evidence does not bear is doubtful")
  func doubtful() throws {
    let line = try #require(try line(TestPeople.verified, .judged(answer([]))))
    #expect(line.standing == .doubtful && !line.missing.isEmpty)
    #expect(try self.line(TestPeople.verified, .sealed) == nil)
  }

  @Test("A rule that was not in force on its day is no verification")
  func ruleNotInForce() throws {
    let early = Verification.verified(rule: "electronic-card", on: day("2025-03-31"), policy: "")
    #expect(try line(early)?.standing == .ruleNotInForce)
  }

  @Test("A dependent is the employee's to verify, but for category 3")
  func dependents() throws {
    let child = try #require(
      try line(
        .employeeDuty, kind: .family, standing: DependentStanding(taxDependent: true)))
    #expect(child.standing == .employeeVerifies && child.missing.isEmpty)
    let spouse = try #require(
      try line(
        .employeeDuty, kind: .family,
        standing: DependentStanding(healthDependent: true, category3: true)))
    #expect(spouse.missing.map(\.shortfall).first == .power)
  }

  @Test("A number that is gone needs no verification")
  func purged() throws {
    let person = try TestPeople.person("0001", pin: 7) {
      $0.versions = [
        NumberVersion(version: 1, declaredOn: day("2020-04-01"), how: .purged, usable: false)
      ]
    }
    let line = try #require(report([(person, .none)]).lines.first)
    #expect(line.standing == .purged && line.missing.isEmpty && line.date == nil)
  }

  @Test("The same people give the same bytes in every form, and no words in the data")
  func rendering() throws {
    let people = [(try TestPeople.person("0001", pin: 7), VerificationFinding.none)]
    let (one, two) = (document(people), document(people))
    #expect(one.json() == two.json() && one.csv() == two.csv())
    #expect(one.text(.english) == two.text(.english))
    let csv = String(decoding: one.csv(), as: UTF8.self)
    #expect(csv.hasPrefix("section,item,key,count,entries\r\n"))
    #expect(csv.contains("counts,unverified,reason=number-document,1,7"))
    #expect(csv.contains("people,0001,"))
    #expect(!csv.contains("番号確認"))
  }

  @Test(
    "Every shortfall says what to ask for, but where nothing may be", arguments: Self.shortfalls)
  func asks(shortfall: IdentityShortfall) {
    let isNothing = shortfall == .notTheEmployersToDo || shortfall == .noForm
    #expect((shortfall.ask(under: policy.identity) == nil) == isNothing)
  }

  static let shortfalls: [IdentityShortfall] = [
    .numberDocument, .identityDocuments(needed: 1), .identityDocuments(needed: 2), .power,
    .factNotStated(.certifiedSoftware), .factFails(.particularsAgree), .documentUnknown(1),
    .documentNotInForce(id: "passport"), .documentRefused(id: "number-memo"),
    .documentExpired(id: "passport"), .documentTooOld(id: "tax-certificate"),
    .issuedLater(id: "passport"), .expiryNotStated(id: "passport"),
    .issueDateNotStated(id: "tax-certificate"), .originalNeeded(id: "passport"),
    .ruleNotInForce(id: "card"), .notForResidence, .notForKind, .channel, .notTheEmployersToDo,
    .throughEmployee, .noForm, .consentDate, .methodMissing, .dateMissing, .dateInFuture,
    .beforeNumberChanged, .notAttested,
  ]
}
