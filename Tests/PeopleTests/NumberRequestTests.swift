import People
import Testing

@Suite("Requests for a number")
struct NumberRequestTests {
  private func record() throws -> PersonRecord {
    PersonRecord(
      id: try PersonID([UInt8](repeating: 1, count: 16)), code: try PersonCode("7"),
      kind: .employee)
  }

  private func request(
    _ asked: String, _ answer: RequestAnswer, method: RequestMethod = .inWriting,
    answered: String? = nil, again: String? = nil
  ) throws -> NumberRequest {
    NumberRequest(
      askedOn: try day(asked), method: method, answer: answer,
      answeredOn: try answered.map { try day($0) }, askAgainOn: try again.map { try day($0) },
      by: "u1")
  }

  @Test(
    "The newest answer is the reason for no number",
    arguments: [
      (RequestAnswer.none, NoNumberReason.asked), (.promised, .asked), (.refused, .refused),
      (.unreachable, .unreachable), (.noneAbroad, .noneAbroad), (.notYetIssued, .notYetIssued),
    ])
  func reason(answer: RequestAnswer, reason: NoNumberReason) throws {
    var record = try record()
    record.add(try request("2026-01-10", .refused))
    record.add(try request("2026-03-10", answer))
    #expect(record.noNumberReason == reason)
    // What was forgotten and is entered late does not become the newest.
    record.add(try request("2026-02-10", .unreachable))
    #expect(record.noNumberReason == reason)
    #expect(record.latestRequest?.askedOn == (try day("2026-03-10")))
    #expect(record.requests.count == 3)
  }

  @Test("Of two requests of one day the one recorded last counts")
  func sameDay() throws {
    var record = try record()
    record.add(try request("2026-01-10", .none, method: .byEmail))
    record.add(try request("2026-01-10", .refused, method: .inPerson))
    #expect(record.noNumberReason == .refused)
  }

  @Test("A number given takes nothing from the record, and no request its place")
  func given() throws {
    var record = try record()
    record.add(try request("2026-01-10", .refused))
    record.versions = [NumberVersion(version: 1, declaredOn: try day("2026-02-01"))]
    record.currentVersion = 1
    record.noNumberReason = nil
    record.add(try request("2026-01-20", .promised))
    #expect(record.noNumberReason == nil && record.holdsNumber)
    #expect(record.requests.count == 2)
  }

  @Test("What was recorded by mistake is taken back, down to never asked")
  func takenBack() throws {
    var record = try record()
    let first = try request("2026-01-10", .unreachable)
    record.add(first)
    record.add(try request("2026-03-10", .refused))
    #expect(record.takeBack(try request("2026-03-10", .none))?.answer == .refused)
    #expect(record.noNumberReason == .unreachable)
    #expect(record.takeBack(try request("2026-03-10", .refused)) == nil)
    #expect(record.takeBack(try request("2026-01-10", .refused, method: .byPost)) == nil)
    #expect(record.takeBack(first) == first)
    #expect(record.requests.isEmpty && record.noNumberReason == .notAsked)
  }

  @Test("Days that are slips of the pen are mistakes")
  func mistakes() throws {
    let today = try day("2026-11-22")
    let cases: [(NumberRequest, [NumberRequestMistake])] = [
      (try request("2026-11-22", .none, again: "2026-11-23"), []),
      (try request("2026-11-01", .refused, answered: "2026-11-22", again: "2026-12-01"), []),
      (try request("2026-11-23", .none), [.askedAhead]),
      (try request("2015-10-04", .none), [.askedTooEarly]),
      (try request("2026-11-10", .none, answered: "2026-11-09"), [.answeredOutOfOrder]),
      (try request("2026-11-10", .none, answered: "2026-11-23"), [.answeredOutOfOrder]),
      (try request("2026-11-10", .none, again: "2026-11-10"), [.askAgainTooEarly]),
      (
        try request("2026-11-10", .none, answered: "2026-11-20", again: "2026-11-15"),
        [.askAgainTooEarly]
      ),
      (
        try request("2027-01-01", .none, answered: "2026-01-01", again: "2026-01-01"),
        [.askedAhead, .answeredOutOfOrder, .askAgainTooEarly]
      ),
    ]
    for (request, mistakes) in cases {
      #expect(request.mistakes(asOf: today) == mistakes, "\(request)")
    }
  }

  @Test("An unknown way or answer in the bytes is malformed")
  func malformed() throws {
    var record = try record()
    record.add(try request("2026-01-10", .refused))
    let bytes = record.canonicalBytes()
    // The last four lists are empty, and no name is lost; before them stand the user, the days and the
    // reason of one request.
    let place = bytes.count - 1 - 16 - ("u1".utf8.count + 4) - 4 - 4 - 4 - 2
    for code: UInt8 in [0, 99] {
      for offset in [0, 1] {
        var changed = bytes
        changed[place + offset] = code
        #expect(throws: PeopleError.malformed) { try PersonRecord(decoding: changed.span) }
      }
    }
  }
}
