import Auditing
import JSON
import People
import Reports
import Rules
import Testing

@Suite("Access report")
struct AccessReportTests {
  let log: TestLog
  let accountant: String
  let asOf = day("2026-11-22")

  init() throws {
    log = try TestLog(try TestPolicy.policy(), at: day("2026-04-01"))
    accountant = try log.addUser(
      "経理 太郎", roles: ["accountant"], keys: ["roster", "tax-withholding"])
  }

  private func parameters(
    from: String? = nil, to: String? = nil, person: String? = nil, user: String? = nil
  ) throws -> AccessReportParameters {
    AccessReportParameters(
      asOf: asOf, from: from.map(day), to: to.map(day), person: try person.map(code), user: user)
  }

  @discardableResult
  private func read(
    _ person: String, form: String = "withholding-slip-municipality",
    _ outcome: Outcome = .allowed, rule: String? = nil
  ) throws -> Int {
    try log.write("read", by: accountant, outcome) {
      $0.person = person
      $0.purpose = "tax-withholding"
      $0.form = form
      $0.role = "accountant"
      $0.rule = rule
      if outcome == .allowed {
        $0.recipient = "municipality"
        $0.article = "番号法19条2号"
      }
    }
  }

  // MARK: Files

  private func file(
    _ id: String, numbers: Int = 3, due: String? = "2026-11-01", action: String = "export",
    _ detail: [String: CanonicalValue] = [:]
  ) throws {
    try log.write(action, by: accountant) {
      $0.form = "withholding-slip-municipality"
      $0.detail = ["id": .string(id)]
      if action == "export" {
        $0.detail["file"] = .string("unified-2025.csv")
        $0.detail["folder"] = .string("/slips")
        $0.detail["inode"] = .string("2a")
        $0.detail["bytes"] = .integer(100)
        $0.detail["numbers"] = .integer(numbers)
        $0.detail["people"] = .integer(2)
      }
      if let due { $0.detail["due"] = .string(due) }
      $0.detail.merge(detail) { $1 }
    }
  }

  @Test("The files with numbers that stand are listed, and those past their day")
  func files() throws {
    try file("a")
    try file("b", due: "2026-11-22")
    try file("c")
    try file("c", due: nil, action: "export-dispose")
    try file("d")
    try file("d", due: nil, action: "export-disposed", ["method": .string("overwritten")])
    try file("e", numbers: 0, due: nil)
    try file(
      "a", due: nil, action: "export-receipt",
      [
        "number": .string("R1"), "on": .string("2026-10-01"),
      ])
    let report = try log.report(try parameters())
    let files = try #require(report.files)
    #expect(files.map(\.record.id) == ["a", "b", "c"])
    #expect(files.map(\.isOverdue) == [true, false, true])
    #expect(files.map(\.record.state) == [.made, .made, .disposing])
    #expect(files[0].record.acceptances.map(\.number) == ["R1"])
    #expect(report.exports?.allSatisfy { !$0.details.contains { $0.hasPrefix("inode") } } == true)
  }

  @Test("A narrowed report does not say that no file stands, nor one of a person that none left")
  func narrowed() throws {
    try file("a")
    try log.write("list", by: accountant) { $0.person = "0007" }
    for (parameters, hasExports) in [
      (try parameters(user: "経理 太郎"), true),
      (AccessReportParameters(asOf: day("2026-11-22"), person: try PersonCode("0007")), false),
    ] {
      let report = try log.report(parameters)
      #expect(report.files == nil && (report.exports != nil) == hasExports)
      let page = String(decoding: report.document.json(), as: UTF8.self)
      #expect(!page.contains("\"files\":") && page.contains("\"exports\":") == hasExports)
    }
  }

  @Test("Nobody is reported on whom no entry names")
  func unknownPerson() throws {
    try log.write("list", by: accountant) { $0.person = "0007" }
    #expect(throws: ReportsError.unknownPerson) {
      _ = try log.report(
        AccessReportParameters(asOf: day("2026-11-22"), person: try PersonCode("0008")))
    }
  }

  @Test("What reads alike stands in the order of the log, however often it is counted")
  func alike() throws {
    let empty = try log.write("read", by: accountant, .allowed) { $0.form = "" }
    let none = try log.write("read", by: accountant, .allowed)
    for _ in 0..<8 {
      let uses = try log.report(try parameters()).uses
      #expect(uses.map(\.entries) == [EntryRanges([empty]), EntryRanges([none])])
    }
  }

  // MARK: Header

  @Test("The header names the vault, the root, the signer and what follows the signature")
  func header() throws {
    try log.write("sign-in", by: accountant)
    try log.sign(by: accountant)
    try log.write("sign-in-failed", by: "unknown", .refused)
    let standing = try log.standing()
    let header = try log.report(try parameters()).header
    #expect(header.vault == standing.authority.vaultID.description)
    #expect(header.organisation == "サンプル食品株式会社")
    #expect(header.root == Base64.encode(standing.root.bytes))
    #expect(header.signer == accountant)
    #expect(header.unsignedEntries == 1)
    #expect(header.signedSize == header.logSize - 1)
    #expect(header.policy == log.policy.digestHex)
    #expect(header.entriesShown == header.logSize)
  }

  // MARK: Uses and refusals

  @Test("Uses are counted by purpose, form, recipient and article, with their entries")
  func uses() throws {
    let first = try read("0001")
    try read("0002")
    let third = try read("0003")
    let report = try log.report(try parameters())
    let use = try #require(report.uses.first)
    #expect(report.uses.count == 1)
    #expect(use.count == 3)
    #expect(use.entries.ranges == [first...third])
    #expect(use.subject.purpose == "tax-withholding")
    #expect(use.subject.recipient == "municipality")
    #expect(use.subject.article == "番号法19条2号")
  }

  @Test("A refusal is no use; it stands under its rule")
  func refusals() throws {
    let refused = try read("0001", form: "withholding-slip-recipient", .refused, rule: "no-wrap")
    let report = try log.report(try parameters())
    #expect(report.uses.isEmpty)
    let refusal = try #require(report.refusals.first)
    #expect(refusal.subject.rule == "no-wrap")
    #expect(refusal.entries == EntryRanges([refused]))
  }

  @Test("A read that then did not verify is both a use that failed and an oddity")
  func failed() throws {
    try read("0001")
    try read("0001", .failed, rule: "not-authentic")
    let report = try log.report(try parameters())
    #expect(Set(report.uses.map(\.subject.outcome)) == [.allowed, .failed])
    #expect(report.refusals.map(\.subject.outcome) == [.failed])
  }

  @Test("Failed sign-ins are counted by user and are no refusals of the gate")
  func signIns() throws {
    try log.write("sign-in-failed", by: "unknown", .refused)
    try log.write("sign-in-failed", by: accountant, .refused)
    try log.write("sign-in", by: accountant)
    let report = try log.report(try parameters())
    #expect(report.refusals.isEmpty)
    #expect(report.signIns.filter { $0.subject.action == "sign-in-failed" }.count == 2)
    #expect(report.signIns.filter { $0.subject.action == "sign-in" }.map(\.count) == [1])
  }

  @Test("Failed sign-ins without an entry are counted on the word of the next one")
  func uncountedSignIns() throws {
    try log.write("sign-in-failed", by: accountant, .refused) { $0.count = 3 }
    try log.write("sign-in", by: accountant) { $0.count = 4 }
    let report = try log.report(try parameters())
    let failed = report.signIns.filter { $0.subject.action == "sign-in-failed" }
    #expect(failed.map(\.count).sorted() == [1, 7])
    #expect(failed.first { $0.count == 7 }?.subject.user == "unknown")
    #expect(report.signIns.filter { $0.subject.action == "sign-in" }.map(\.count) == [1])
  }

  // MARK: Collection, purges, registers

  @Test("An import's batch counts its people; each declaration counts once a purpose")
  func collection() throws {
    let declaration = try DeclarationID([UInt8](repeating: 3, count: 16))
    try log.write("import-batch") {
      $0.count = 2
      $0.declaration = declaration
    }
    for person in ["0001", "0002"] {
      try log.write("import") {
        $0.person = person
        $0.declaration = declaration
        $0.detail["purposes"] = .string("tax-withholding,health-pension")
      }
    }
    let report = try log.report(try parameters())
    let batch = report.collection.filter { $0.subject.isBatch }
    #expect(batch.map(\.count) == [2])
    let declared = report.collection.filter { $0.subject.action == "declaration" }
    #expect(declared.map(\.subject.purpose) == ["health-pension", "tax-withholding"])
    #expect(declared.map(\.count) == [2, 2])
  }

  @Test("A count that an entry exaggerates is held within what JSON can say")
  func exaggeration() throws {
    for _ in 0..<3 {
      try log.write("import-batch") { $0.count = CanonicalValue.integerLimit }
    }
    let report = try log.report(try parameters())
    #expect(report.collection.map(\.count) == [CanonicalValue.integerLimit])
    let json = Array(report.document.json().dropLast())
    _ = try CanonicalValue(parsing: json.span)
  }

  @Test("Purges are counted by purpose, and the batch with its facts is a line of the register")
  func purges() throws {
    try log.write("purge") {
      $0.person = "0001"
      $0.purpose = "tax-withholding"
    }
    try log.write("purged") {
      $0.person = "0001"
      $0.detail["purposes"] = .string("tax-withholding,tax-declarations")
    }
    let batch = try log.write("purge-batch") {
      $0.count = 1
      $0.detail["certificate"] = .string("c1")
    }
    let report = try log.report(try parameters())
    #expect(report.purged.filter { $0.subject.action == "purge" }.count == 1)
    #expect(report.purged.filter { $0.subject.action == "purged" }.count == 2)
    #expect(report.purges.map(\.entry) == [batch])
    #expect(report.purges.first?.details == ["certificate=c1"])
  }

  @Test("A slip file is a line of the register; a blank is counted by reason")
  func exports() throws {
    let file = try log.write("export", by: accountant) {
      $0.form = "withholding-slip-municipality"
      $0.recipient = "municipality"
      $0.count = 40
      $0.detail["rows"] = .integer(40)
    }
    try log.write("blank", by: accountant) {
      $0.person = "0007"
      $0.rule = "refused"
    }
    let report = try log.report(try parameters())
    #expect(report.exports?.map(\.entry) == [file])
    #expect(report.blanks.map(\.subject.reason) == ["refused"])
  }

  @Test("A review is shown with what was found")
  func reviews() throws {
    try log.write("sign-off") { $0.reason = "異常なし" }
    #expect(try log.report(try parameters()).reviews.map(\.reason) == ["異常なし"])
  }

  @Test("An action that this program does not know is shown and marked")
  func unknownAction() throws {
    let index = try log.write("teleport", by: accountant)
    let report = try log.report(try parameters())
    let kind = try #require(report.entries.first { $0.subject.action == "teleport" })
    #expect(!kind.subject.isKnown)
    #expect(kind.entries == EntryRanges([index]))
    #expect(report.document.text(.english).contains("unknown to this program"))
    #expect(report.activity.contains { $0.subject.action == "teleport" })
  }

  @Test("Every entry shown is counted by action exactly once")
  func complete() throws {
    try read("0001")
    try log.write("sign-in-failed", by: "unknown", .refused)
    try log.write("something-new")
    let report = try log.report(try parameters())
    let all = report.entries.reduce(EntryRanges()) { $0.union($1.entries) }
    #expect(all.ranges == [0...report.header.logSize - 1])
    #expect(report.entries.reduce(0) { $0 + $1.count } == report.header.logSize)
    #expect(report.activity.reduce(0) { $0 + $1.count } == report.header.logSize)
  }

  // MARK: Filters

  @Test("A period leaves out what was done before and after, by days in Japan")
  func period() throws {
    log.time = try #require(Timestamp(iso: "2026-05-31T14:59:59Z"))
    try read("0001")
    log.time = try #require(Timestamp(iso: "2026-05-31T15:00:00Z"))
    let inside = try read("0002")
    log.time = try #require(Timestamp(iso: "2026-06-30T15:00:00Z"))
    try read("0003")
    let report = try log.report(try parameters(from: "2026-06-01", to: "2026-06-30"))
    #expect(report.uses.map(\.entries) == [EntryRanges([inside])])
    #expect(report.header.entriesShown == 1)
    #expect(report.access.contains { $0.user == accountant })
  }

  @Test("A person's filter leaves only that person's entries and number")
  func personFilter() throws {
    try read("0001")
    let mine = try read("0002")
    let people = [
      try TestPeople.person("0001", pin: 1), try TestPeople.person("0002", pin: 2),
    ]
    let report = try log.report(try parameters(person: "0002"), people: people)
    #expect(report.uses.map(\.entries) == [EntryRanges([mine])])
    #expect(report.records.holdings.filter { $0.subject.item == .people }.map(\.count) == [1])
  }

  @Test("A user's filter goes by name or id and covers what was done about the user")
  func userFilter() throws {
    try read("0001")
    try log.write("sign-in")
    let byName = try log.report(try parameters(user: "経理 太郎"))
    let byID = try log.report(try parameters(user: accountant))
    #expect(byName.activity == byID.activity)
    #expect(byName.users.map(\.id) == [accountant])
    #expect(byName.changes.contains { $0.action == "user-add" })
    #expect(!byName.activity.contains { $0.subject.action == "sign-in" })
  }

  @Test("A filter that names nobody is an error, not an empty report")
  func nobody() throws {
    #expect(throws: ReportsError.unknownUser) {
      try log.report(try parameters(user: "誰か"))
    }
  }

  // MARK: What must agree

  @Test("An entry left out is an error")
  func missingEntry() throws {
    var builder = AccessReportBuilder(try parameters(), policy: log.policy)
    let entries = try log.entries.map { try Entry(parsing: $0.span) }
    try builder.add(entries[0])
    #expect(throws: ReportsError.entryMissing(index: 1)) { try builder.add(entries[2]) }
  }

  @Test("A log cut short is an error")
  func cutShort() throws {
    try log.sign()
    var builder = AccessReportBuilder(try parameters(), policy: log.policy)
    for bytes in log.entries.dropLast() { try builder.add(Entry(parsing: bytes.span)) }
    let (taken, size) = (log.entries.count - 1, log.entries.count)
    let standing = try log.standing()
    #expect(throws: ReportsError.incompleteLog(taken: taken, size: size)) {
      _ = try builder.finish(standing)
    }
  }

  @Test("A checkpoint of another log is an error")
  func otherLog() throws {
    let other = try TestLog(try TestPolicy.policy(), at: day("2026-04-02"))
    try other.sign()
    try log.sign()
    var builder = AccessReportBuilder(try parameters(), policy: log.policy)
    for bytes in log.entries { try builder.add(Entry(parsing: bytes.span)) }
    let mine = try log.standing()
    let foreign = LogStanding(
      authority: mine.authority, size: mine.size, root: mine.root,
      checkpoint: try #require(other.checkpoint), checkpoints: 1)
    #expect(throws: ReportsError.checkpointMismatch) { _ = try builder.finish(foreign) }
  }

  @Test("Users that the entries do not lead to are an error")
  func otherAuthority() throws {
    try log.sign()
    let before = try log.standing()
    try log.addUser("人事 次郎", roles: ["hr"])
    var builder = AccessReportBuilder(try parameters(), policy: log.policy)
    for bytes in log.entries { try builder.add(Entry(parsing: bytes.span)) }
    let stale = LogStanding(
      authority: before.authority, size: log.entries.count, root: before.root,
      checkpoint: before.checkpoint, checkpoints: 1)
    #expect(throws: ReportsError.authorityMismatch) { _ = try builder.finish(stale) }
  }
}
