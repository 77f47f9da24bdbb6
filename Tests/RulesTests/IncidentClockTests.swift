import People
import Rules
import Testing

/// Properties of the counting, on every day of twelve years: no case can be forgotten there.
@Suite("The clocks of an incident")
struct IncidentClockTests {
  static let days: [CalendarDate] = (0..<4_383).map { day("2023-01-01").adding(days: $0) }

  private func final(_ cause: IncidentCause, _ known: CalendarDate) throws -> IncidentClock {
    let question = IncidentCase(knownOn: known, harms: [.leak], cause: cause, people: 101)
    let duty = try #require(IncidentAnswer(question).duty(of: .employer))
    return try #require(duty.clock(.finalReport))
  }

  /// Counts the days one by one, the first being one, then goes on to a day that is open.
  private func reckoned(_ days: Int, from first: CalendarDate) -> (
    last: CalendarDate, due: CalendarDate
  ) {
    var last = first
    var count = 1
    while count < days {
      last = last.adding(days: 1)
      count += 1
    }
    var due = last
    while JapaneseCalendar.isClosed(due) { due = due.adding(days: 1) }
    return (last, due)
  }

  @Test(
    "count the day of knowing as day one, and end on an open day, never earlier",
    arguments: [
      (IncidentCause.misdelivered, 30), (.theft, 60),
    ])
  func counted(cause: IncidentCause, days: Int) throws {
    for known in Self.days {
      let clock = try final(cause, known)
      let expected = reckoned(days, from: known)
      #expect(clock.days == days && clock.counted == expected.last && clock.due == expected.due)
      #expect(known.days(until: clock.counted) == days - 1)
      #expect(!JapaneseCalendar.isClosed(clock.due))
      #expect(clock.isMoved == JapaneseCalendar.isClosed(clock.counted))
      // The longest run of closed days, from 29 December over a weekend, is nine.
      #expect(clock.counted.days(until: clock.due) <= 9)
    }
  }

  @Test("never end earlier for who knew later, nor earlier under item 2")
  func ordered() throws {
    for (earlier, later) in zip(Self.days, Self.days.dropFirst()) {
      let thirty = try final(.misdelivered, earlier).due
      #expect(thirty <= (try final(.misdelivered, later).due))
      #expect(thirty < (try final(.theft, earlier).due))
    }
  }

  @Test("of the first report take no account of holidays")
  func firstReport() throws {
    for known in Self.days {
      let question = IncidentCase(knownOn: known, harms: [.leak], cause: .theft, people: 1)
      let duty = try #require(IncidentAnswer(question).duty(of: .employer))
      let clock = try #require(duty.clock(.firstReport))
      #expect(clock.isGuide && !clock.isMoved)
      #expect(clock.from == known.adding(days: 2) && clock.due == known.adding(days: 4))
    }
  }

  @Test(
    "do not run where nothing is to be reported, whoever knew and when", arguments: [1, 50, 100])
  func none(people: Int) throws {
    for known in Self.days.prefix(400) {
      let question = IncidentCase(knownOn: known, harms: [.leak], cause: .unknown, people: people)
      let duty = try #require(IncidentAnswer(question).duty(of: .employer))
      #expect(duty.clocks.isEmpty && !duty.mustReport)
    }
  }

  @Test("of an item that a later count adds begin with that count, on whatever day")
  func crossing() throws {
    for late in 1...200 {
      var question = IncidentCase(
        knownOn: day("2026-11-24"), harms: [.leak], cause: .unknown, people: 100)
      let found = day("2026-11-24").adding(days: late)
      question.recounts = [IncidentCount(on: found, people: 101)]
      let duty = try #require(IncidentAnswer(question).duty(of: .employer))
      #expect(duty.clock(.finalReport)?.dayOne == found)
      #expect(duty.clock(.finalReport)?.due == reckoned(30, from: found).due)
    }
  }

  @Test("of the contractor fall away on the days up to the fifth, and on no later one")
  func contractor() throws {
    for late in 0...20 {
      var question = IncidentCase(knownOn: nil, harms: [.leak], cause: .theft, people: 1)
      let known = day("2026-11-20")
      question.contractor = IncidentContractor(knownOn: known, toldOn: known.adding(days: late))
      let answer = IncidentAnswer(question)
      #expect(answer.duty(of: .contractor)?.mustReport == (late > 4))
      #expect(answer.duty(of: .employer)?.knownOn == known.adding(days: late))
    }
  }
}
