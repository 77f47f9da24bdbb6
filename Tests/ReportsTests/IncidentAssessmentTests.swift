import Auditing
import JSON
import People
import Reports
import Rules
import Testing

@Suite("The assessment of an incident")
struct IncidentAssessmentTests {
  let log: TestLog
  let accountant: String
  let other: String

  init() throws {
    log = try TestLog(try TestPolicy.policy(), at: day("2026-04-01"))
    accountant = try log.addUser(
      "経理 太郎", roles: ["accountant"], keys: ["roster", "tax-withholding"])
    other = try log.addUser("経理 次郎", roles: ["accountant"], keys: ["tax-withholding"])
  }

  // MARK: Entries

  @discardableResult
  private func collect(
    _ person: String, _ purposes: String = "tax-withholding,health-pension", version: Int = 1
  ) throws -> Int {
    try log.write("import", by: accountant) {
      $0.person = person
      $0.version = version
      $0.detail = ["kind": .string("employee"), "purposes": .string(purposes)]
    }
  }

  @discardableResult
  private func purge(_ person: String, _ purposes: [String], version: Int = 1) throws -> Int {
    try log.write("purged") {
      $0.person = person
      $0.detail["items"] = .array(
        purposes.map { .object(["purpose": .string($0), "version": .integer(version)]) })
    }
  }

  @discardableResult
  private func read(
    _ person: String, by user: String, form: String = "withholding-slip-municipality",
    _ outcome: Outcome = .allowed
  ) throws -> Int {
    try log.write("read", by: user, outcome) {
      $0.person = person
      $0.purpose = "tax-withholding"
      $0.form = form
      $0.version = 1
    }
  }

  @discardableResult
  private func export(
    _ id: String, by user: String, action: String = "export", people: Int = 2
  ) throws -> Int {
    try log.write(action, by: user) {
      $0.form = "withholding-slip-municipality"
      $0.count = people
      $0.detail = [
        "id": .string(id), "file": .string("unified.csv"), "folder": .string("/slips"),
        "inode": .string("2a"), "bytes": .integer(100), "numbers": .integer(people),
        "people": .integer(people),
      ]
    }
  }

  private func open(
    _ harms: [String] = ["leak"], cause: String = "theft", known: String = "2026-11-24"
  ) throws -> Int {
    try log.write(IncidentRecord.action) {
      $0.reason = "盗難"
      $0.detail = [
        "known_on": .string(known), "cause": .string(cause),
        "harms": .array(harms.map(CanonicalValue.string)),
      ]
    }
  }

  private func assess(
    _ incident: Int, _ source: IncidentSource, from: String? = nil, to: String? = nil
  ) throws -> IncidentAssessment {
    var builder = IncidentAssessmentBuilder(
      incident: incident, source: source, from: from.map(day), to: to.map(day))
    for bytes in log.entries { try builder.add(Entry(parsing: bytes.span)) }
    return try builder.finish(policy: log.policy)
  }

  // MARK: A user, a period

  @Test("finds whom a user read in a period, with the entries, and nobody else")
  func user() throws {
    log.time = Timestamp(day("2026-11-10"), secondOfDay: 3600)
    try read("0001", by: accountant)
    log.time = Timestamp(day("2026-11-12"), secondOfDay: 3600)
    let first = try read("0002", by: accountant)
    let second = try read("0002", by: accountant, form: "withholding-slip-tax-office")
    try read("0003", by: accountant, .refused)
    try read("0004", by: other)
    let incident = try open()
    let found = try assess(
      incident, .user("経理 太郎"), from: "2026-11-11", to: "2026-11-12")
    #expect(found.people.map(\.code) == ["0002"])
    #expect(found.people.first?.entries == EntryRanges([first, second]))
    #expect(
      found.people.first?.forms == ["withholding-slip-municipality", "withholding-slip-tax-office"])
    #expect(found.encryption == .none)
    #expect(try assess(incident, .user(accountant)).people.map(\.code) == ["0001", "0002"])
    #expect(
      try assess(incident, .period, from: "2026-11-12").people.map(\.code) == ["0002", "0004"])
    #expect(try assess(incident, .period, to: "2026-11-09").people.isEmpty)
  }

  @Test("does not know a user whom the log does not know, nor an incident that is none")
  func unknown() throws {
    let incident = try open()
    #expect(throws: ReportsError.unknownUser) { try assess(incident, .user("nobody")) }
    #expect(throws: ReportsError.incidentUnknown(index: 0)) { try assess(0, .records) }
    #expect(throws: ReportsError.incidentUnknown(index: 999)) { try assess(999, .records) }
    #expect(throws: ReportsError.fileUnknown(id: "ff")) { try assess(incident, .export("ff")) }
    #expect(throws: ReportsError.fileUnknown(id: "ff")) { try assess(incident, .backup("ff")) }
  }

  @Test("takes the entries of a log one by one from the first, and no others")
  func order() throws {
    var builder = IncidentAssessmentBuilder(incident: 1, source: .records)
    let bytes = log.entries[1]
    let second = try Entry(parsing: bytes.span)
    #expect(throws: ReportsError.entryMissing(index: 0)) { try builder.add(second) }
  }

  @Test(
    "takes no opening for one that does not say what it must",
    arguments: [
      ["known_on": CanonicalValue.string("2026-11-24")],
      [
        "known_on": .string("2026-11-24"), "cause": .string("theft"), "harms": .array([]),
      ],
      [
        "known_on": .string("2026-11-24"), "cause": .string("theft"),
        "harms": .array([.string("leak"), .string("spill")]),
      ],
      [
        "known_on": .string("2026-11-31"), "cause": .string("theft"),
        "harms": .array([.string("leak")]),
      ],
    ])
  func malformed(detail: [String: CanonicalValue]) throws {
    let incident = try log.write(IncidentRecord.action) {
      $0.reason = "盗難"
      $0.detail = detail
    }
    #expect(throws: ReportsError.incidentUnknown(index: incident)) {
      try assess(incident, .records)
    }
  }

  // MARK: The vault's files

  @Test("of the records, it concerns who has a number for a purpose, under keys kept apart")
  func records() throws {
    let first = try collect("0001")
    try collect("0002")
    try collect("0003", "health-pension")
    try log.write("import", by: accountant) { $0.person = "0004" }
    try purge("0001", ["health-pension"])
    try purge("0003", ["health-pension"])
    let incident = try open(["leak", "loss"])
    let found = try assess(incident, .records)
    #expect(found.people.map(\.code) == ["0001", "0002"])
    #expect(found.people.first?.purposes == ["tax-withholding"])
    #expect(found.people.first?.entries == EntryRanges([first]))
    #expect(found.encryption == .keysApart)
    #expect(found.answer?.isReportable == false)
    #expect(found.answer?.exclusions.map(\.id) == ["encrypted"])
  }

  @Test("of both files, the same people, and the encryption frees from nothing by itself")
  func both() throws {
    try collect("0001")
    let found = try assess(try open(), .bothFiles)
    #expect(found.people.map(\.code) == ["0001"] && found.encryption == .keysBeside)
    #expect(found.answer?.duty(of: .employer)?.findings.map(\.item) == [.wrongfulLeak])
    #expect(found.answer?.missing.map(\.id) == ["protection-key"])
  }

  @Test("of the keys alone, it concerns nobody's number, and names the copies that make them one")
  func keys() throws {
    try collect("0001")
    try log.write("backup") {
      $0.detail = [
        "id": .string("b1"), "file": .string("a.backup"), "folder": .string("/safe"),
        "inode": .string("1"), "bytes": .integer(9), "size": .integer(3),
      ]
    }
    let found = try assess(try open(), .keys)
    #expect(found.people.isEmpty && found.answer == nil && found.encryption == .keysOnly)
    #expect(found.copies.map(\.id) == ["b1"])
  }

  @Test("of a copy, it concerns who had a number when it was made, whatever came later")
  func backup() throws {
    try collect("0001")
    try collect("0002")
    try purge("0002", ["tax-withholding", "health-pension"])
    for (id, action) in [("b1", "backup"), ("b2", "backup-keys")] {
      try log.write(action) {
        $0.detail = [
          "id": .string(id), "file": .string("a.backup"), "folder": .string("/safe"),
          "inode": .string("1"), "bytes": .integer(9), "size": .integer(3),
        ]
      }
    }
    try collect("0003")
    try purge("0001", ["tax-withholding", "health-pension"])
    let incident = try open()
    let found = try assess(incident, .backup("b1"))
    #expect(found.people.map(\.code) == ["0001"] && found.encryption == .keysApart)
    #expect(found.copies.map(\.id) == ["b2"])
    let keys = try assess(incident, .backup("b2"))
    #expect(keys.people.isEmpty && keys.encryption == .keysOnly && keys.copies.map(\.id) == ["b1"])
  }

  // MARK: A lost file

  @Test("of a file, it concerns whom its maker read for its form since signing in")
  func file() throws {
    try log.write("sign-in", by: accountant)
    try read("0001", by: accountant)
    try log.write("sign-in", by: accountant)
    let first = try read("0002", by: accountant)
    try read("0009", by: other)
    try read("0008", by: accountant, form: "withholding-slip-tax-office")
    try read("0003", by: accountant)
    try export("aa", by: accountant)
    let filed = try log.write("event", by: accountant) {
      $0.person = "0002"
      $0.detail = ["export": .string("aa"), "number_version": .integer(1)]
    }
    try log.write("event", by: accountant) {
      $0.person = "0007"
      $0.detail = ["export": .string("aa"), "number_version": .integer(0)]
    }
    try read("0005", by: accountant)
    let found = try assess(try open(cause: "misplaced"), .export("aa"))
    #expect(found.people.map(\.code) == ["0002", "0003"])
    #expect(found.people.first?.entries == EntryRanges([first, filed]))
    #expect(found.encryption == .none && found.file?.path == "/slips/unified.csv")
    #expect(found.answer?.isReportable == false)
  }

  @Test("of a file, it takes the most: as many as the register counts in it")
  func atMost() throws {
    try read("0002", by: accountant)
    try export("aa", by: accountant, people: 101)
    let found = try assess(try open(cause: "misplaced"), .export("aa"))
    #expect(found.people.count == 1 && found.atMost == 101)
    #expect(found.answer?.duty(of: .employer)?.findings.map(\.item) == [.leakOfMany])
  }

  @Test("of a file that was handed over sealed, it says so")
  func handOver() throws {
    try read("0002", by: accountant)
    try export("aa", by: accountant, action: "hand-over")
    let found = try assess(try open(), .export("aa"))
    #expect(found.encryption == .sealedForContractor)
    #expect(found.answer?.exclusions.map(\.id) == ["encrypted"])
  }

  // MARK: What is written

  @Test("is laid out alike each time, in JSON with identifiers, in text in both languages")
  func rendering() throws {
    try collect("0001")
    let found = try assess(try open(), .bothFiles)
    #expect(found.document.json() == (try assess(found.opening.entry, .bothFiles)).document.json())
    let japanese = found.document.text(.japanese)
    #expect(japanese.contains("確報") && japanese.contains("2027-01-22"))
    #expect(japanese.contains("2条2号イ") && japanese.contains("源泉徴収票"))
    #expect(found.document.text(.english).contains("final report"))
    let csv = String(decoding: found.document.csv(), as: UTF8.self)
    #expect(csv.contains("0001") && csv.contains("health-pension"))
  }

  private func draft(_ kind: IncidentDraft.Kind, harms: [String] = ["leak"]) throws -> IncidentDraft
  {
    try collect("0001")
    return IncidentDraft(
      try assess(try open(harms), .bothFiles), kind, organisation: "サンプル食品株式会社")
  }

  @Test("is drafted as the nine items and the notice's five, with blanks for the employer")
  func drafted() throws {
    let draft = try draft(.final)
    let text = draft.text()
    for title in [
      "1. 概要", "2. 特定個人情報の項目", "3. 本人の数", "4. 原因", "5. 二次被害", "6. 本人への対応", "7. 公表", "8. 再発防止",
      "9. その他",
    ] {
      #expect(text.contains("\n\(title)"))
    }
    let parts = text.split(separator: "本人への通知案")
    #expect(parts.count == 2 && parts.first?.contains("（確報）") == true)
    let notice = String(parts.last ?? "")
    #expect(notice.contains("\n5. その他参考となる事項") && !notice.contains("\n6. "))
    #expect(notice.contains("1. 概要") && !notice.contains("該当号") && !notice.contains("再発防止"))
    #expect(text.contains("確報の期限: 2027年1月22日") && text.contains("発覚日: 2026年11月24日"))
    #expect(text.contains("【要記入：二次被害又はそのおそれの有無と内容】") && draft.blanks == 8)
  }

  @Test("names nobody: neither a code nor a number is on what goes out")
  func nobody() throws {
    for kind in [IncidentDraft.Kind.first, .final] {
      let draft = try draft(kind)
      #expect(!draft.text().contains("0001"))
      #expect(!String(decoding: draft.json(), as: UTF8.self).contains("0001"))
    }
  }

  @Test("tells in a first report that what is not known yet may be under inquiry")
  func first() throws {
    let draft = try draft(.first)
    #expect(draft.text().contains("（速報）") && draft.text().contains("未判明なら「調査中」"))
    guard case .object(let members) = try CanonicalValue(json: draft.json()),
      case .array(let items)? = members["items"], case .array(let notice)? = members["notice"]
    else {
      Issue.record("no draft")
      return
    }
    #expect(members["kind"] == .string("first-report") && items.count == 9 && notice.count == 5)
  }
}
