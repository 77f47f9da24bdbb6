import Auditing
import JSON
import People
import Reports
import Rules
import Testing

@Suite("The self-check")
struct SelfCheckTests {
  private typealias State = SafeguardLine.State

  private static let notProvable: Set<SafeguardItem> = [.policy, .supervision, .areas]

  @Test("With everything in order each item has evidence but those that no program can prove")
  func everything() throws {
    let check = try HandledLog().check()
    for line in check.lines {
      let state: State = Self.notProvable.contains(line.item) ? .notProvable : .evidence
      #expect(line.state == state && line.missing.isEmpty, "\(line.item)")
      #expect(line.found.allSatisfy { !$0.entries.isEmpty && $0.count > 0 }, "\(line.item)")
    }
    #expect(check.lines.map(\.item) == SafeguardItem.allCases && check.standing == .small)
  }

  @Test(
    "In a new vault what is missing is said, and what no program can prove is not called missing")
  func nothing() throws {
    let check = try HandledLog(isEmpty: true).check()
    let gaps = check.lines.filter { $0.state == .missing }.map(\.item)
    #expect(gaps == [.organisation, .ledger, .review, .training, .intrusion])
    let open = check.lines.filter { $0.state == .notProvable }.map(\.item)
    #expect(
      open == [
        .policy, .incidents, .supervision, .areas, .theft, .carrying, .disposal, .accessControl,
        .authentication, .leakPrevention, .abroad,
      ])
    #expect(check.standing == .notStated)
  }

  /// A log in which one thing is not as it should be.
  struct Fault: Sendable, CustomTestStringConvertible {
    let item: SafeguardItem
    let gap: CheckGap
    var without: Set<HandledLog.Step> = []
    var asOf = HandledLog.asOf
    var change: @Sendable (HandledLog) throws -> Void = { _ in }

    var testDescription: String { "\(item.rawValue) \(gap.rawValue)" }
  }

  static let faults: [Fault] = [
    Fault(item: .handlingRules, gap: .numbersUnchecked, without: [.check, .size]),
    Fault(item: .organisation, gap: .noOfficer, without: [.officer]),
    Fault(item: .operation, gap: .certificateMissing) { try $0.destroy(certificateOn: nil) },
    Fault(item: .operation, gap: .returnUnproved) { log in
      try log.log.write("hand-over-returned") {
        $0.detail = ["id": .string("h"), "contractor": .string("c"), "on": .string("2026-11-20")]
      }
    },
    Fault(item: .operation, gap: .returnUnproved) { log in
      try log.log.write("entrustment-returned") {
        $0.detail = ["contractor": .string("c"), "certificate": .bool(false)]
      }
    },
    Fault(item: .disposal, gap: .notReturned) { log in
      try log.log.write("entrustment-end") { $0.detail = ["contractor": .string("c")] }
    },
    Fault(item: .ledger, gap: .noOutsideFile, without: [.files]),
    Fault(item: .ledger, gap: .unreadEntries) { log in
      try log.file("paper") { $0["name"] = .string(HandledLog.number) }
    },
    Fault(item: .ledger, gap: .restored) { try $0.log.write("restore") },
    Fault(item: .incidents, gap: .notAssessed) { try $0.openIncident() },
    Fault(item: .incidents, gap: .undecided) { try $0.assess($0.openIncident(), "unknown") },
    Fault(item: .incidents, gap: .firstReportLate) { try $0.reportable("2026-11-21") },
    Fault(item: .incidents, gap: .finalReportLate) { try $0.reportable("2026-11-21") },
    Fault(item: .incidents, gap: .noticeLate) { try $0.reportable("2026-11-21") },
    Fault(item: .review, gap: .neverReviewed, without: [.review]),
    Fault(item: .review, gap: .entriesNotReviewed, without: [.review], asOf: day("2027-11-03")) {
      try $0.review(through: 0)
    },
    Fault(item: .review, gap: .reviewOld, asOf: day("2027-11-03")),
    Fault(item: .review, gap: .actionOverdue) {
      try $0.review(action: "直す", due: "2026-11-21")
    },
    Fault(item: .training, gap: .unpledged, without: [.pledges]),
    Fault(item: .training, gap: .untrained, without: [.trainings]),
    Fault(item: .training, gap: .trainingOverdue, asOf: day("2027-11-03")),
    Fault(item: .theft, gap: .notLocked) { try $0.file("copies") },
    Fault(item: .carrying, gap: .carryOutOverdue) { try $0.carryOut() },
    Fault(item: .disposal, gap: .filesOverdue) { log in
      try log.log.write("export") {
        $0.detail = [
          "id": .string("a"), "file": .string("slips.csv"), "due": .string("2026-11-21"),
        ]
        $0.count = 3
      }
    },
    Fault(item: .disposal, gap: .copiesOverdue) { log in
      try log.log.write("backup-keys") {
        $0.detail = [
          "id": .string("b"), "file": .string("keys"), "folder": .string("/b"),
          "inode": .string("1"), "bytes": .integer(1), "size": .integer(1),
          "due": .string("2026-11-21"),
        ]
      }
    },
    Fault(item: .disposal, gap: .sourcesLeft) { log in
      try log.log.write("source-shred") {
        $0.detail = ["id": .string("s"), "file": .string("people.csv")]
      }
    },
    Fault(item: .disposal, gap: .outsideOverdue) { log in
      try log.file("software", protection: "パスワード") { $0["dispose_by"] = .string("2026-11-21") }
    },
    Fault(item: .accessControl, gap: .rotationDue) { log in
      try log.log.state(.revoke(user: log.users[1]), action: "user-revoke", by: "u0")
    },
    Fault(item: .authentication, gap: .firstPassphrase) { log in
      try log.log.addUser("経理 太郎", roles: ["accountant"])
    },
    Fault(item: .intrusion, gap: .failuresNotReviewed) { log in
      try log.log.write("sign-in-failed", by: "unknown", .refused)
    },
    Fault(item: .leakPrevention, gap: .notProtected) { try $0.file("medium") },
    Fault(item: .leakPrevention, gap: .notProtected) { try $0.file("other") },
    Fault(item: .theft, gap: .notLocked) { try $0.file("other") },
    Fault(item: .abroad, gap: .regimeUnknown) { log in
      try log.file("software", protection: "パスワード") { $0["country"] = .string("米国") }
    },
  ]

  @Test("One thing missing is told under its item, with what to do", arguments: faults)
  func fault(fault: Fault) throws {
    let log = try HandledLog(without: fault.without)
    try fault.change(log)
    let check = try log.check(asOf: fault.asOf)
    let line = try #require(check.lines.first { $0.item == fault.item })
    #expect(line.state == .missing && line.missing.map(\.kind).contains(fault.gap))
    let csv = String(decoding: check.document.csv(), as: UTF8.self)
    #expect(csv.contains("missing,\(fault.item.rawValue),gap=\(fault.gap.rawValue) | remedy="))
  }

  @Test("Every gap but the two that need a person or nobody at all has a fault that shows it")
  func faultsOfAll() {
    let shown = Set(Self.faults.map(\.gap))
    #expect(
      Set(CheckGap.allCases).subtracting(shown) == [.noAdministrator, .numbersOverdue])
  }

  @Test("A number that should be gone is told, by purpose")
  func overdue() throws {
    let person = try TestPeople.person("0001", pin: 3, verification: TestPeople.verified) {
      $0.hiredOn = day("2010-04-01")
      $0.leftOn = day("2017-06-30")
      $0.lastPaidOn = day("2017-06-30")
    }
    let log = try HandledLog()
    let line = try #require(try log.check(people: [person]).lines.first { $0.item == .disposal })
    #expect(line.missing.map(\.kind) == [.numbersOverdue])
    #expect(line.missing.first?.entries == EntryRanges([3]))
  }

  @Test(
    "For a small employer the check by two people is not called missing, and the methods differ")
  func small() throws {
    let small = try HandledLog(without: [.check]).check()
    let large = try HandledLog(without: [.check, .size])
    try large.state(101)
    #expect(small.lines[1].state == .evidence)
    #expect(try large.check().lines[1].missing.map(\.kind) == [.numbersUnchecked])
    let (duty, method) = ("二人以上で確かめ", "責任ある立場の者が引継ぎを確認する")
    let text = small.document.text(.japanese)
    #expect(text.contains(duty) && text.contains(method))
    let other = try large.check().document.text(.japanese)
    #expect(other.contains("非該当（100人超）") && other.contains(duty) && !other.contains(method))
  }

  @Test("A count that is more than a year old no longer makes the employer small")
  func outdated() throws {
    let log = try HandledLog()
    #expect(try log.check(asOf: day("2027-03-31")).standing == .small)
    #expect(try log.check(asOf: day("2027-04-01")).standing == .outdated)
  }

  @Test("An incomplete log makes no check")
  func incomplete() throws {
    let log = try HandledLog()
    try log.log.sign()
    var builder = SelfCheckBuilder(policy: log.log.policy, asOf: HandledLog.asOf)
    for bytes in log.log.entries.dropLast() { try builder.add(Entry(parsing: bytes.span)) }
    let standing = try log.log.standing()
    do {
      _ = try builder.finish(standing)
      Issue.record("it was made")
    } catch {
      #expect(error == .incompleteLog(taken: standing.size - 1, size: standing.size))
    }
  }
}
