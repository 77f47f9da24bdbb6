import People
import Testing

@Suite("Life events")
struct LifeEventTests {
  private func record() throws -> PersonRecord {
    PersonRecord(
      id: try PersonID([UInt8](repeating: 1, count: 16)), code: try PersonCode("0012"),
      kind: .employee, relationship: .oneself)
  }

  @Test("The same event is added once")
  func once() throws {
    var record = try record()
    let changes = [2026, 2026, 2027].map {
      record.add(LifeEvent(.paid, year: $0, basis: .derived))
    }
    #expect(changes == [true, false, true])
    #expect(record.events.count == 2)
  }

  @Test("What was derived stays beside what is recorded, each once")
  func recordedWins() throws {
    var record = try record()
    let derived = LifeEvent(.declarationByLedger, year: 2026, basis: .derived)
    let recorded = LifeEvent(.declarationByLedger, on: try day("2026-01-20"), year: 2026)
    let changes = [derived, recorded, derived].map { record.add($0) }
    #expect(changes == [true, true, false])
    #expect(record.events == [derived, recorded])
  }

  @Test("Taking a recorded event back gives the derived one back, and then takes that")
  func givenBack() throws {
    let derived = LifeEvent(.declarationByLedger, year: 2026, basis: .derived)
    let recorded = LifeEvent(.declarationByLedger, on: try day("2026-01-20"), year: 2026)
    for order in [[derived, recorded], [recorded, derived]] {
      var record = try record()
      for event in order { record.add(event) }
      #expect(record.takeBack(recorded) == recorded)
      #expect(record.events == [derived])
      #expect(record.takeBack(recorded) == derived)
      #expect(record.takeBack(recorded) == nil && record.events.isEmpty)
    }
  }

  @Test("A year's event entered again with another day is corrected")
  func corrected() throws {
    var record = try record()
    let days = [try day("2027-01-20"), try day("2027-01-21")]
    let changes = days.map { record.add(LifeEvent(.slipFiled, on: $0, year: 2026, form: "f")) }
    #expect(changes == [true, true])
    #expect(record.events.map(\.date) == [try day("2027-01-21")])
  }

  @Test("Other forms, purposes, years and days are other events")
  func others() throws {
    var record = try record()
    let (first, second) = (try day("2026-06-30"), try day("2026-07-31"))
    let changes = [
      LifeEvent(.matterCompleted, on: first, purpose: "health-pension"),
      LifeEvent(.matterCompleted, on: first, purpose: "employment-insurance"),
      LifeEvent(.matterCompleted, on: second, purpose: "health-pension"),
      LifeEvent(.slipFiled, year: 2026, form: "a"), LifeEvent(.slipFiled, year: 2026, form: "b"),
    ].map { record.add($0) }
    #expect(changes == [true, true, true, true, true])
    #expect(record.events.count == 5)
  }

  @Test("An event is known for its own income year only")
  func incomeYears() throws {
    var record = try record()
    record.add(LifeEvent(.left, on: try day("2025-12-31")))
    record.add(LifeEvent(.declarationReceived, year: 2025))
    record.add(LifeEvent(.paid, year: 2026, basis: .derived))
    #expect(record.has(.paid, in: 2026))
    #expect(!record.has(.paid, in: 2025))
    #expect(record.events(of: .left).count == 1)
  }

  @Test("What was recorded by mistake is taken back, and nothing else")
  func takenBack() throws {
    var record = try record()
    let slip = LifeEvent(.slipFiled, on: try day("2027-01-20"), year: 2026, form: "f")
    let done = LifeEvent(.matterCompleted, on: try day("2026-06-30"), purpose: "health-pension")
    for event in [slip, done] { record.add(event) }
    #expect(record.takeBack(LifeEvent(.slipFiled, year: 2025, form: "f")) == nil)
    #expect(record.takeBack(LifeEvent(.slipFiled, year: 2026, form: "g")) == nil)
    #expect(record.takeBack(LifeEvent(.slipFiled, year: 2026)) == nil)
    let other = LifeEvent(.matterCompleted, on: try day("2026-07-01"), purpose: "health-pension")
    #expect(record.takeBack(other) == nil)
    #expect(record.events == [slip, done])
    #expect(record.takeBack(LifeEvent(.slipFiled, year: 2026, form: "f", basis: .derived)) == slip)
    #expect(record.takeBack(done) == done)
    #expect(record.takeBack(done) == nil && record.events.isEmpty)
  }

  @Test("Every kind asks for a day or a year, and for nothing twice")
  func fields() {
    for kind in LifeEventKind.allCases {
      #expect(!kind.required.isDisjoint(with: [.date, .year]), "\(kind)")
      #expect(kind.required.isDisjoint(with: kind.optional), "\(kind)")
    }
    #expect(LifeEventKind.matterCompleted.required == [.date, .purpose])
    #expect(LifeEventKind.insuranceEnded.required == [.date, .purpose])
    #expect(LifeEventKind.slipFiled.required == [.year, .form])
    #expect(LifeEvent(.paid).fields.isEmpty)
    #expect(
      LifeEvent(.noticeFiled, on: .first, year: 1, purpose: "p", form: "f").fields
        == Set(LifeEventField.allCases))
  }

  @Test("An event is sound, or says what it lacks and what it says too much")
  func mistakes() throws {
    let today = try day("2026-11-22")
    let later = today.adding(days: 1)
    func found(_ event: LifeEvent) -> [LifeEventMistake] { event.mistakes(asOf: today) }
    for sound in [
      LifeEvent(.matterCompleted, on: today, purpose: "health-pension"),
      LifeEvent(.left, on: later), LifeEvent(.hired, on: try day("1985-04-01")),
      LifeEvent(.dependentRemoved, on: today, purpose: "health-pension"),
      LifeEvent(.paid, year: 2016), LifeEvent(.paid, on: today, year: 2027),
      LifeEvent(.slipFiled, year: 2026, form: "f"), LifeEvent(.noticeFiled, on: today, form: "f"),
      LifeEvent(.declarationReceived, on: today, year: 2026, form: "f"),
    ] {
      #expect(found(sound) == [])
    }
    #expect(found(LifeEvent(.matterCompleted)) == [.missing(.date), .missing(.purpose)])
    #expect(
      found(LifeEvent(.slipFiled, on: today, form: "f")) == [.missing(.year)],
      "a slip without a year never counts")
    #expect(
      found(LifeEvent(.left, on: today, year: 2026, purpose: "p", form: "f"))
        == [.needless(.year), .needless(.purpose), .needless(.form)])
    #expect(found(LifeEvent(.paid, year: 2015)) == [.yearOutOfRange(2016...2027)])
    #expect(found(LifeEvent(.paid, year: 2028)) == [.yearOutOfRange(2016...2027)])
    #expect(found(LifeEvent(.paid, year: 20255)) == [.missing(.year)])
    #expect(found(LifeEvent(.died, on: later)) == [.dayAhead])
    #expect(found(LifeEvent(.left, on: try day("2015-10-04"))) == [.dayTooEarly])
    #expect(found(LifeEvent(.left, on: try day("2015-10-05"))) == [])
  }

  @Test("The last leaving is none after being hired again")
  func lastLeaving() throws {
    var record = try record()
    #expect(record.lastLeaving == nil && record.employedSince == nil)
    (record.hiredOn, record.leftOn) = (try day("2016-04-01"), try day("2020-03-31"))
    #expect(record.lastLeaving == record.leftOn)
    record.add(LifeEvent(.rehired, on: try day("2021-04-01")))
    let again = try day("2021-04-01")
    #expect(record.lastLeaving == nil && record.employedSince == again)
    record.leftOn = try day("2021-04-01")
    #expect(record.lastLeaving == record.leftOn)
  }

  @Test("A family member is removed by a day only for good and for every purpose")
  func removed() throws {
    let (before, removal, after) = (
      try day("2020-05-31"), try day("2020-06-30"), try day("2020-07-31")
    )
    var record = try record()
    #expect(!record.wasRemoved(by: after))
    record.add(LifeEvent(.dependentRemoved, on: removal, purpose: "health-pension"))
    #expect(!record.wasRemoved(by: after))
    record.add(LifeEvent(.dependentRemoved, on: removal))
    #expect(!record.wasRemoved(by: before))
    #expect(record.wasRemoved(by: removal) && record.wasRemoved(by: after))
    record.add(LifeEvent(.dependentAdded, on: after))
    #expect(record.wasRemoved(by: removal) && !record.wasRemoved(by: after))
  }

  @Test("A year that does not exist and an empty word count as none")
  func normalised() {
    for year in [0, -1, 10_000, .max] { #expect(LifeEvent(.paid, year: year).year == nil) }
    let event = LifeEvent(.noticeFiled, purpose: "", form: "")
    #expect(event.purpose == nil)
    #expect(event.form == nil)
  }
}
