import People
import Reports
import Testing

@Suite("Who has no number, and who is to be asked")
struct MissingNumbersTests {
  private func asked(
    _ on: String, _ answer: RequestAnswer = .refused, again: String? = nil
  ) -> NumberRequest {
    NumberRequest(
      askedOn: day(on), method: .inWriting, answer: answer, reason: "言いたくない",
      askAgainOn: again.map(day), by: "u1")
  }

  private func people() throws -> [PersonSummary] {
    try [
      TestPeople.person("0001", pin: 1, verification: TestPeople.verified) {
        $0.add(asked("2020-03-01"))
      },
      TestPeople.person("0002", pin: 2, holds: false) {
        $0.add(asked("2026-10-01", .none))
        $0.add(asked("2026-11-01", again: "2026-11-22"))
      },
      TestPeople.person("0003", pin: 3, holds: false) {
        $0.add(asked("2026-11-01", .promised, again: "2026-11-23"))
      },
      TestPeople.person("0004", pin: 4, holds: false) { $0.add(asked("2026-11-01")) },
      TestPeople.person("0005", pin: 5, holds: false) { $0.noNumberReason = .refused },
      TestPeople.person("0006", pin: 6, holds: false),
      TestPeople.person("0007", pin: 7, holds: false) { $0.noNumberReason = .exempt },
      TestPeople.person("0008", pin: 8),
      TestPeople.person("0009", pin: 9, holds: false) { $0.noNumberReason = .noneAbroad },
      TestPeople.person("0009-1", pin: 10, kind: .family, holds: false) {
        $0.relationship = .child
        $0.add(LifeEvent(.dependentRemoved, on: day("2026-01-01")))
      },
    ]
  }

  @Test("Where the asking stands, on the day")
  func standings() throws {
    let expected: [RequestStanding] = [
      .settled, .due(day("2026-11-22")), .waiting(day("2026-11-23")), .open, .unrecorded,
      .neverAsked, .notToAsk, .settled, .open, .notToAsk,
    ]
    let people = try people()
    #expect(people.map { RequestStanding($0.record, asOf: day("2026-11-22")) } == expected)
    #expect(RequestStanding(people[1].record, asOf: day("2026-11-21")).isToAsk == false)
    #expect(RequestStanding(people[2].record, asOf: day("2026-11-23")).isToAsk)
  }

  @Test("The counts are by reason, with who is to be asked now")
  func counts() throws {
    let missing = MissingNumbers(of: try people(), asOf: day("2026-11-22"))
    #expect(missing.toAsk.map(\.text) == ["0002", "0005", "0006"])
    let lines = missing.lines.map { "\($0.reason.english) \($0.count) \($0.toAsk)" }
    #expect(
      lines == [
        "asked 1 0", "refused 3 2", "none-abroad 1 0", "exempt 1 0", "not-asked 2 1",
        "unverified 1 0",
      ])
    #expect(MissingNumbers(of: [], asOf: day("2026-11-22")).lines.isEmpty)
  }

  @Test("A record stays when the number was given; who never had to be asked is not in it")
  func listing() throws {
    let listing = RequestListing(
      try people().map { PersonLine($0) }, asOf: day("2026-11-22"), users: ["u1": "suzuki"])
    #expect(
      listing.lines.map(\.person.summary.code.text) == [
        "0001", "0002", "0002", "0003", "0004", "0005", "0006", "0007", "0009", "0009-1",
      ])
    let csv = String(decoding: listing.document.csv(), as: UTF8.self).split(separator: "\r\n")
    #expect(
      csv.prefix(4) == [
        "code,name,reason,asking,asked_on,method,answer,answered_on,words,ask_again_on,by,entries",
        "0001,,,,2020-03-01,in-writing,refused,,言いたくない,,u1,1",
        "0002,,refused,,2026-10-01,in-writing,none,,言いたくない,,u1,2",
        "0002,,refused,due,2026-11-01,in-writing,refused,,言いたくない,2026-11-22,u1,2",
      ])
    let text = listing.document.text(.japanese)
    #expect(text.contains("suzuki (u1)") && text.contains("再依頼の時期"))
  }

  @Test("Only who is to be asked now, with the newest request")
  func due() throws {
    let listing = RequestListing(
      try people().map { PersonLine($0) }, asOf: day("2026-11-22"), onlyToAsk: true)
    #expect(listing.lines.map(\.person.summary.code.text) == ["0002", "0005", "0006"])
    #expect(listing.lines.first?.request?.askedOn == day("2026-11-01"))
    #expect(listing.missing.lines.count == 6, "the counts are of all")
  }

  @Test("The access and retention reports have the counts too")
  func reports() throws {
    let policy = try TestPolicy.policy()
    let log = try TestLog(policy, at: day("2026-11-01"))
    let report = try log.report(
      AccessReportParameters(asOf: day("2026-11-22")), people: try people())
    let counts = report.records.holdings.filter { $0.subject.item == .toAsk }
    #expect(counts.map { "\($0.subject.key ?? "") \($0.count)" } == ["not-asked 1", "refused 2"])
    let retention = RetentionReport(of: try people(), under: policy, asOf: day("2026-11-22"))
    #expect(retention.missing == MissingNumbers(of: try people(), asOf: day("2026-11-22")))
    #expect(retention.document.text(.english).contains("Without a usable number, by reason"))
  }
}
