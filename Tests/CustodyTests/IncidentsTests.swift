import MyNumberKit
import Testing

@testable import Custody

@Suite("Opening an incident")
struct IncidentsTests {
  private static let day = CalendarDate(year: 2026, month: 11, day: 20) ?? .first

  private static func opening(
    _ what: String = "車上荒らしで紛失", knownOn: CalendarDate = day,
    harms: CaseSet<IncidentHarm> = [.leak, .loss]
  ) -> IncidentOpening {
    IncidentOpening(knownOn: knownOn, harms: harms, cause: .theft, foundBy: "総務部", what: what)
  }

  @Test(
    "writes an entry that says what is known, signed by who opened it",
    arguments: ["audrey", "admin"])
  func opened(user: String) throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn(user)
    defer { session.close() }
    let index = try Incidents(session).open(Self.opening())
    let entry = try #require(try session.vault.entries().last)
    #expect(entry.index == index && entry.content.actor == session.account.id)
    let record = try #require(IncidentRecord(entry))
    #expect(record.knownOn == Self.day && record.harms == [.leak, .loss])
    #expect(record.cause == .theft && record.what == "車上荒らしで紛失" && record.foundBy == "総務部")
    #expect(record.occurredOn == nil && record.user == session.account.id)
    let checkpoint = session.vault.signature.checkpoint
    #expect(checkpoint.signer == session.account.id && checkpoint.checkpoint.size == index + 1)
    #expect(!entry.content.touchesKeys && entry.content.person == nil)
  }

  @Test(
    "is for who may audit: neither HR nor the accountant opens one", arguments: ["hanako", "keiko"])
  func refused(user: String) throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn(user)
    defer { session.close() }
    let before = session.vault.logSize
    let result = try ExitStatus { _ = try Incidents(session).open(Self.opening()) }
    #expect(result.status == 77)
    let entry = try #require(try session.vault.entries().last)
    #expect(session.vault.logSize == before + 1 && entry.content.outcome == .refused)
    #expect(entry.content.action == "audit" && IncidentRecord(entry) == nil)
    let noted = try ExitStatus {
      try Incidents(session).note(
        1, source: "records", people: 1, outcome: IncidentOutcome(.unknown))
    }
    #expect(noted.status == 77)
  }

  @Test("takes no text that could hold a number or is too long, and repeats nothing of it")
  func texts() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("audrey")
    defer { session.close() }
    let before = session.vault.logSize
    for text in ["9656-8945-5668 が漏れた", String(repeating: "あ", count: 201), "a\u{202E}b"] {
      var opening = Self.opening(text)
      let what = try ExitStatus { _ = try Incidents(session).open(opening) }
      #expect(what.status == 65 && !what.description.contains("5668"), "\(what)")
      opening = Self.opening()
      opening.foundBy = text
      #expect(try ExitStatus { _ = try Incidents(session).open(opening) }.status == 65)
    }
    #expect(session.vault.logSize == before)
  }

  @Test("takes no day that has not come, none before the duty, and no harm at all")
  func days() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("audrey")
    defer { session.close() }
    let before = session.vault.logSize
    let today = session.vault.today
    var late = Self.opening()
    late.occurredOn = Self.day.adding(days: 1)
    for opening in [
      Self.opening(knownOn: today.adding(days: 1)),
      Self.opening(knownOn: IncidentCase.inForce.adding(days: -1)), Self.opening(harms: []), late,
    ] {
      #expect(try ExitStatus { _ = try Incidents(session).open(opening) }.status == 64)
    }
    #expect(session.vault.logSize == before)
    _ = try Incidents(session).open(Self.opening(knownOn: today))
  }

  @Test("that it was looked into is noted, with the source and the count, and no code")
  func noted() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("audrey")
    defer { session.close() }
    let index = try Incidents(session).open(Self.opening())
    let outcome = IncidentOutcome(
      .required, firstReport: Self.day, finalReport: Self.day.adding(days: 59))
    try Incidents(session).note(index, source: "user u2", people: 12, outcome: outcome)
    try Incidents(session).note(
      index, source: "records", people: 3, outcome: outcome, draft: "final-report")
    let entries = try session.vault.entries().suffix(2)
    #expect(entries.map(\.content.action) == ["incident-assess", "incident-report"])
    #expect(entries.map(\.content.count) == [12, 3])
    #expect(entries.allSatisfy { $0.content.detail["incident"] == .integer(index) })
    #expect(entries.last?.content.detail["draft"] == .string("final-report"))
    var book = IncidentBook()
    for entry in try session.vault.entries() { book.take(entry) }
    let incident = try #require(book.incidents.first)
    #expect(incident.unassessed.isEmpty && incident.look?.outcome == outcome)
  }

  @Test("that it was reported is noted with its day and receipt, of an incident that there is")
  func reported() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("audrey")
    defer { session.close() }
    let incidents = Incidents(session)
    let index = try incidents.open(Self.opening())
    let today = session.vault.today
    let told = try incidents.record(.firstReport, of: index, on: today, reference: "受付 A-12")
    let entry = try #require(try session.vault.entries().last)
    #expect(entry.index == told && entry.content.action == IncidentTelling.action)
    #expect(entry.content.reason == "受付 A-12" && entry.content.date("on") == today)
    let before = session.vault.logSize
    for (of, on) in [
      (index, today.adding(days: 1)), (index, Self.day.adding(days: -1)), (told, today), (3, today),
    ] {
      #expect(try ExitStatus { _ = try incidents.record(.notice, of: of, on: on) }.status == 64)
    }
    let number = try ExitStatus {
      _ = try incidents.record(.notice, of: index, on: today, reference: "9656-8945-5668")
    }
    #expect(number.status == 65 && session.vault.logSize == before)
  }

  @Test("a fact of a harm is taken; what only a leak can be is none before that")
  func harms() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("audrey")
    defer { session.close() }
    let incidents = Incidents(session)
    let index = try incidents.open(Self.opening(harms: [.damage]))
    var facts = IncidentFacts()
    facts.isOpenToMany = true
    let open = facts
    #expect(try ExitStatus { _ = try incidents.add(open, to: index) }.status == 64)
    facts.harms = [.leak]
    _ = try incidents.add(facts, to: index)
    _ = try incidents.add(open, to: index)
    let entry = try #require(try session.vault.entries().dropLast().last)
    #expect(entry.content.detail["harms"] == .array([.string("leak")]))
  }
}
