import Auditing
import JSON
import People
import Reports
import Rules
import Testing

@Suite("Things to look at")
struct NotableFactsTests {
  let log: TestLog
  let accountant: String

  /// A Tuesday in the season of slips.
  static let tuesday = "2026-11-24"

  init() throws {
    log = try TestLog(try TestPolicy.policy(), at: day("2026-04-01"))
    accountant = try log.addUser("経理 太郎", roles: ["accountant"], keys: ["tax-withholding"])
    // A first use is a fact of its own: it is out of the way here.
    at("2026-11-17", 10)
    for purpose in ["tax-withholding", "employment-insurance"] {
      try read("0001", purpose: purpose)
    }
  }

  // MARK: Entries

  /// Sets the time to an hour in Japan.
  private func at(_ date: String, _ hour: Int, _ minute: Int = 0) {
    log.time = Timestamp(day(date)).adding(seconds: Int64((hour - 9) * 3600 + minute * 60))
  }

  @discardableResult
  private func read(
    _ person: String, purpose: String = "tax-withholding", _ outcome: Outcome = .allowed
  ) throws -> Int {
    try log.write("read", by: accountant, outcome) {
      $0.person = person
      $0.purpose = purpose
      $0.form = "withholding-slip-municipality"
      $0.version = 1
    }
  }

  private func facts(
    from: String = "2026-11-18", asOf: String = "2026-12-31", user: String? = nil,
    people: [PersonSummary] = []
  ) throws -> [Figure<NotableSubject>] {
    try log.report(
      AccessReportParameters(asOf: day(asOf), from: day(from), user: user), people: people
    ).notable
  }

  private func facts(_ kind: NotableKind) throws -> [Figure<NotableSubject>] {
    try facts().filter { $0.subject.kind == kind }
  }

  // MARK: Reads

  @Test("An ordinary read on an ordinary day is none")
  func nothing() throws {
    at(Self.tuesday, 10)
    try read("0001")
    #expect(try facts().isEmpty)
  }

  @Test("More numbers of one user on one day than the policy says are many, as many are not")
  func bulk() throws {
    at(Self.tuesday, 10)
    let limit = log.policy.review.bulkReads
    let first = try read("0001")
    for _ in 1..<limit { try read("0001") }
    #expect(try facts(.bulkReads).isEmpty)
    let last = try read("0002")
    let found = try facts(.bulkReads)
    #expect(found.map(\.count) == [limit + 1])
    #expect(found.first?.entries == EntryRanges(Array(first...last)))
    #expect(found.first?.subject.day == Self.tuesday)
  }

  @Test("Refused reads do not count as read")
  func bulkRefused() throws {
    at(Self.tuesday, 10)
    for _ in 0...log.policy.review.bulkReads { try read("0001", .refused) }
    #expect(try facts(.bulkReads).isEmpty)
  }

  @Test(
    "Reads out of hours are told: at night, on weekends, holidays and around New Year",
    arguments: [
      ("2026-11-24", 6, 59, true), ("2026-11-24", 7, 0, false), ("2026-11-24", 20, 59, false),
      ("2026-11-24", 21, 0, true), ("2026-11-25", 0, 30, true), ("2026-11-21", 10, 0, true),
      ("2026-11-22", 10, 0, true), ("2026-11-23", 10, 0, true), ("2026-12-28", 10, 0, false),
      ("2026-12-29", 10, 0, true), ("2026-12-31", 10, 0, true),
    ])
  func hours(date: String, hour: Int, minute: Int, isOut: Bool) throws {
    at(date, hour, minute)
    let entry = try read("0001")
    let found = try facts(.outOfHours)
    #expect(found.map(\.entries) == (isOut ? [EntryRanges([entry])] : []))
    if isOut { #expect(found.first?.subject.day == date && found.first?.count == 1) }
  }

  @Test("A file taken out at night is told, a sign-in and a refused read are not")
  func hoursOfFiles() throws {
    at(Self.tuesday, 23)
    try log.write("sign-in", by: accountant)
    try read("0001", .refused)
    #expect(try facts(.outOfHours).isEmpty)
    let entry = try log.write("export", by: accountant) { $0.detail = ["id": .string("a")] }
    #expect(try facts(.outOfHours).map(\.entries) == [EntryRanges([entry])])
  }

  @Test(
    "A purpose out of its season is told, one without a season never",
    arguments: [
      ("2027-02-26", "tax-withholding", false), ("2027-03-01", "tax-withholding", true),
      ("2027-10-29", "tax-withholding", true), ("2027-11-01", "tax-withholding", false),
      ("2027-06-01", "employment-insurance", false),
    ])
  func season(date: String, purpose: String, isOut: Bool) throws {
    at(date, 10)
    let entry = try read("0001", purpose: purpose)
    #expect(try facts(.outOfSeason).map(\.entries) == (isOut ? [EntryRanges([entry])] : []))
  }

  @Test("A read of somebody who had left is told, on the last day and after a re-hiring not")
  func leaving() throws {
    at(Self.tuesday, 10)
    let entry = try read("0001")
    try read("0002")
    try read("0003")
    try read("0004")
    let people = try [
      ("0001", "2026-11-23", nil), ("0002", "2026-11-24", nil), ("0003", nil, nil),
      ("0004", "2025-03-31", "2026-04-01"),
    ]
    .map { (person: String, left: String?, hired: String?) in
      try TestPeople.person(person, pin: 3) {
        $0.leftOn = left.map(day)
        if let hired { $0.hiredOn = day(hired) }
      }
    }
    let report = try log.report(
      AccessReportParameters(asOf: day("2026-12-31"), from: day("2026-11-18")), people: people)
    let found = report.records.afterLeaving
    #expect(!report.notable.contains { $0.subject.kind == .afterLeaving })
    #expect(found.map(\.entries) == [EntryRanges([entry])])
    #expect(found.first?.subject.purpose == "tax-withholding")
  }

  @Test("A user's first use of a purpose is told once, and not again in a later period")
  func first() throws {
    at(Self.tuesday, 10)
    let entry = try read("0001", purpose: "payment-records")
    try read("0002", purpose: "payment-records")
    try read("0001")
    try read("0001", purpose: "property-accumulation", .refused)
    let found = try facts(.firstUse)
    #expect(found.map(\.entries) == [EntryRanges([entry])])
    #expect(found.first?.subject.purpose == "payment-records" && found.first?.count == 1)
    #expect(try facts(from: "2026-11-25").isEmpty)
    #expect(try facts(from: "2026-04-01").filter { $0.subject.kind == .firstUse }.count == 3)
  }

  // MARK: Refusals

  @Test("Refusals are told from the third of a user on a day on")
  func refusals() throws {
    at(Self.tuesday, 10)
    let first = try read("0001", .refused)
    let second = try read("0002", .refused)
    #expect(try facts(.repeatedRefusals).isEmpty)
    at("2026-11-25", 10)
    try read("0003", .refused)
    #expect(try facts(.repeatedRefusals).isEmpty)
    at(Self.tuesday, 10)
    let third = try read("0004", .refused)
    let found = try facts(.repeatedRefusals)
    #expect(found.map(\.count) == [3])
    #expect(found.first?.entries == EntryRanges([first, second, third]))
  }

  @Test("Failed sign-ins are counted with those that have no entry of their own")
  func failures() throws {
    at(Self.tuesday, 10)
    let entry = try log.write("sign-in-failed", by: "unknown", .refused)
    #expect(try facts(.repeatedFailures).isEmpty)
    let more = try log.write("sign-in-failed", by: "unknown", .refused) { $0.count = 5 }
    let found = try facts(.repeatedFailures)
    #expect(found.map(\.count) == [7] && found.first?.entries == EntryRanges([entry, more]))
    #expect(try facts(.repeatedRefusals).isEmpty)
  }

  @Test("A count that no log can have does not overflow")
  func hostile() throws {
    at(Self.tuesday, 10)
    for _ in 0..<3 {
      try log.write("sign-in-failed", by: "unknown", .refused) { $0.count = 1 << 53 - 1 }
    }
    #expect(try facts(.repeatedFailures).map(\.count) == [1 << 53 - 1])
  }

  // MARK: The clock, files

  @Test("A clock that went back is told, one that stands still is not")
  func clock() throws {
    at(Self.tuesday, 10)
    try log.write("list", by: accountant)
    try log.write("list", by: accountant)
    #expect(try facts(.clockBack).isEmpty)
    at(Self.tuesday, 9)
    let back = try log.write("list", by: accountant)
    at(Self.tuesday, 11)
    let marked = try log.write("list", by: accountant) {
      $0.detail[EntryContent.clockDelay] = .integer(400)
    }
    #expect(try facts(.clockBack).map(\.entries) == [EntryRanges([back, marked])])
  }

  @Test("A failed sign-in of a far day, which nobody signs for, makes no later entry one")
  func unsigned() throws {
    at("2099-01-01", 10)
    try log.write("sign-in-failed", by: accountant, .refused)
    at(Self.tuesday, 10)
    try log.write("list", by: accountant)
    #expect(try facts(.clockBack).isEmpty)
  }

  @Test("A file with numbers that stands after its day is told, one destroyed is not")
  func files() throws {
    at(Self.tuesday, 10)
    var entries: [String: Int] = [:]
    for id in ["a", "b"] {
      entries[id] = try log.write("export", by: accountant) {
        $0.form = "withholding-slip-municipality"
        $0.detail = [
          "id": .string(id), "file": .string("unified.csv"), "folder": .string("/slips"),
          "inode": .string("2a"), "bytes": .integer(100), "numbers": .integer(2),
          "people": .integer(2), "due": .string("2026-12-01"),
        ]
      }
    }
    try log.write("export-disposed", by: accountant) {
      $0.detail = ["id": .string("b"), "method": .string("overwritten")]
    }
    let entry = try #require(entries["a"])
    #expect(try facts(.notDisposed).map(\.entries) == [EntryRanges([entry])])
    #expect(try facts(.notDisposed).first?.subject.day == "2026-12-01")
    let before = try facts(asOf: "2026-12-01").filter { $0.subject.kind == .notDisposed }
    #expect(before.isEmpty)
  }

  @Test("People must be known before the entries")
  func order() throws {
    var builder = AccessReportBuilder(
      AccessReportParameters(asOf: day("2026-12-31")), policy: log.policy)
    let bytes = log.entries[0]
    try builder.add(Entry(parsing: bytes.span))
    #expect(throws: ReportsError.peopleLate) {
      try builder.add(try TestPeople.person("0001", pin: 3))
    }
  }
}
