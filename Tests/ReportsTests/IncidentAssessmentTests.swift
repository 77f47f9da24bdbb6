import Auditing
import JSON
import People
import Reports
import Rules
import Testing

@Suite("The assessment of an incident")
struct IncidentAssessmentTests {
  let made: IncidentFixture

  init() throws { made = try IncidentFixture() }

  // MARK: A user, a period

  @Test("finds whom a user read in a period, with the entries, and nobody else")
  func user() throws {
    made.log.time = Timestamp(day("2026-11-10"), secondOfDay: 3600)
    try made.read("0001", by: made.accountant)
    made.log.time = Timestamp(day("2026-11-12"), secondOfDay: 3600)
    let first = try made.read("0002", by: made.accountant)
    let second = try made.read("0002", by: made.accountant, form: "withholding-slip-tax-office")
    try made.read("0003", by: made.accountant, .refused)
    try made.read("0004", by: made.other)
    let incident = try made.open()
    let found = try made.assess(
      incident, .user("経理 太郎"), from: "2026-11-11", to: "2026-11-12")
    #expect(found.people.map(\.code) == ["0002"])
    #expect(found.people.first?.entries == EntryRanges([first, second]))
    #expect(
      found.people.first?.forms == ["withholding-slip-municipality", "withholding-slip-tax-office"])
    #expect(found.encryption == .none)
    #expect(
      try made.assess(incident, .user(made.accountant)).people.map(\.code) == ["0001", "0002"])
    #expect(
      try made.assess(incident, .period, from: "2026-11-12").people.map(\.code) == ["0002", "0004"])
    #expect(try made.assess(incident, .period, to: "2026-11-09").people.isEmpty)
  }

  @Test("does not know a user whom the log does not know, nor an incident that is none")
  func unknown() throws {
    let incident = try made.open()
    #expect(throws: ReportsError.unknownUser) { try made.assess(incident, .user("nobody")) }
    #expect(throws: ReportsError.incidentUnknown(index: 0)) { try made.assess(0, .records) }
    #expect(throws: ReportsError.incidentUnknown(index: 999)) { try made.assess(999, .records) }
    #expect(throws: ReportsError.fileUnknown(id: "ff")) { try made.assess(incident, .export("ff")) }
    #expect(throws: ReportsError.fileUnknown(id: "ff")) { try made.assess(incident, .backup("ff")) }
  }

  @Test("takes the entries of a log one by one from the first, and no others")
  func order() throws {
    var builder = IncidentAssessmentBuilder(incident: 1, source: .records)
    let bytes = made.log.entries[1]
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
    let incident = try made.log.write(IncidentRecord.action) {
      $0.reason = "盗難"
      $0.detail = detail
    }
    #expect(throws: ReportsError.incidentUnknown(index: incident)) {
      try made.assess(incident, .records)
    }
  }

  // MARK: The vault's files

  @Test("of the records, it concerns who has a number for a purpose, under keys kept apart")
  func records() throws {
    let first = try made.collect("0001")
    try made.collect("0002")
    try made.collect("0003", "health-pension")
    try made.log.write("import", by: made.accountant) { $0.person = "0004" }
    try made.purge("0001", ["health-pension"])
    try made.purge("0003", ["health-pension"])
    let incident = try made.open(["leak", "loss"])
    let found = try made.assess(incident, .records)
    #expect(found.people.map(\.code) == ["0001", "0002"])
    #expect(found.people.first?.purposes == ["tax-withholding"])
    #expect(found.people.first?.entries == EntryRanges([first]))
    #expect(found.encryption == .keysApart)
    // Until somebody says that the keys are safe, the clocks run.
    #expect(found.verdict == .freeIfKeysAreSafe && found.answer?.isReportable == true)
    #expect(found.outcome.firstReport == day("2026-11-28"))
    #expect(found.document.text(.english).contains("shown to be safe"))
    let draft = IncidentDraft(found, .first, organisation: "サンプル食品株式会社").text()
    #expect(draft.contains("速報の目安: 2026年11月28日") && draft.contains("示せるときは「該当なし"))
    try made.note(["keys_safe": .bool(true)], of: incident)
    let safe = try made.assess(incident, .records)
    #expect(safe.verdict == .notRequired && safe.answer?.exclusions.map(\.id) == ["encrypted"])
    #expect(!safe.document.text(.english).contains("shown to be safe"))
  }

  @Test("of what was not encryption's to protect, safe keys free nobody")
  func usedNumbers() throws {
    try made.collect("0001")
    let incident = try made.open(["leak", "use"], cause: "unknown")
    try made.note(["keys_safe": .bool(true)], of: incident)
    #expect(try made.assess(incident, .records).verdict == .unknown)
    let mislaid = try made.open(["leak"], cause: "misplaced")
    #expect(try made.assess(mislaid, .records).verdict == .notRequired)
  }

  @Test("whose number came after the purposes were told, or in the place of a wrong one, counts")
  func purposesToldBefore() throws {
    try made.log.write("import", by: made.accountant) {
      $0.person = "0005"
      $0.detail["purposes"] = .string("tax-withholding")
    }
    let incident = try made.open(["leak"])
    #expect(try made.assess(incident, .bothFiles).people.isEmpty)
    try made.log.write("import", by: made.accountant) { ($0.person, $0.version) = ("0005", 1) }
    #expect(try made.assess(incident, .bothFiles).people.map(\.code) == ["0005"])
    try made.log.write("replace", by: made.accountant) { ($0.person, $0.version) = ("0005", 2) }
    try made.purge("0005", ["tax-withholding"], version: 1)
    let later = try made.open(["leak"], known: "2026-11-25")
    #expect(try made.assess(later, .bothFiles).people.map(\.purposes) == [["tax-withholding"]])
    made.log.time = Timestamp(day("2026-11-20"))
    try made.purge("0005", ["tax-withholding"], version: 2)
    let gone = try made.open(["leak"], known: "2026-11-25")
    #expect(try made.assess(gone, .bothFiles).people.isEmpty)
  }

  @Test("of a user takes an id before a name, and no name that several have had")
  func users() throws {
    try made.collect("0001")
    try made.collect("0002")
    try made.read("0001", by: made.accountant)
    let namesake = try made.log.addUser("経理 太郎", roles: ["accountant"])
    try made.read("0002", by: namesake)
    let impostor = try made.log.addUser(made.accountant, roles: ["accountant"])
    try made.read("0002", by: impostor)
    let incident = try made.open()
    #expect(throws: ReportsError.severalUsers([made.accountant, namesake])) {
      try made.assess(incident, .user("経理 太郎"))
    }
    let found = try made.assess(incident, .user(made.accountant))
    #expect(found.people.map(\.code) == ["0001"] && found.source == .user(made.accountant))
    #expect(try made.assess(incident, .user("経理 次郎")).source == .user(made.other))
    #expect(try made.assess(incident, .user(impostor)).people.map(\.code) == ["0002"])
  }

  @Test("whose number was destroyed after it was opened stood when it occurred")
  func purgedSince() throws {
    try made.collect("0001")
    try made.collect("0002")
    try made.purge("0002", ["tax-withholding", "health-pension"])
    let incident = try made.open(["leak"])
    try made.purge("0001", ["tax-withholding", "health-pension"])
    let found = try made.assess(incident, .bothFiles)
    #expect(found.people.map(\.code) == ["0001"])
  }

  @Test("whose number was destroyed between the day of knowing and the opening stood then, too")
  func purgedBetween() throws {
    try made.collect("0001")
    try made.collect("0002")
    try made.purge("0002", ["tax-withholding", "health-pension"])
    made.log.time = Timestamp(day("2026-04-10"))
    try made.purge("0001", ["tax-withholding", "health-pension"])
    made.log.time = Timestamp(day("2026-04-12"))
    let incident = try made.open(["leak"], known: "2026-04-10")
    #expect(try made.assess(incident, .bothFiles).people.map(\.code) == ["0001"])
    let later = try made.open(["leak"], known: "2026-04-11")
    #expect(try made.assess(later, .bothFiles).people.isEmpty)
  }

  @Test("what the log cannot tell is not told as needing no report")
  func verdicts() throws {
    try made.collect("0001")
    #expect(
      try made.assess(made.open(["leak"], cause: "theft"), .records).verdict == .freeIfKeysAreSafe)
    #expect(try made.assess(made.open(["leak"], cause: "insider"), .records).verdict == .required)
    #expect(try made.assess(made.open(["damage"], cause: "ransomware"), .keys).verdict == .required)
    #expect(
      try made.assess(made.open(["leak"], cause: "misconfigured"), .period).verdict == .unknown)
    try made.read("0001", by: made.accountant)
    #expect(
      try made.assess(made.open(["leak"], cause: "misconfigured"), .period).verdict == .unknown)
    #expect(
      try made.assess(made.open(["leak"], cause: "misplaced"), .period).verdict == .notRequired)
  }

  @Test("of both files, the same people, and the encryption frees from nothing by itself")
  func both() throws {
    try made.collect("0001")
    let found = try made.assess(try made.open(), .bothFiles)
    #expect(found.people.map(\.code) == ["0001"] && found.encryption == .keysBeside)
    #expect(found.answer?.duty(of: .employer)?.findings.map(\.item) == [.wrongfulLeak])
    #expect(found.answer?.missing.map(\.id) == ["protection-key"])
  }

  @Test("of the keys alone, it concerns nobody's number, and names the copies that make them one")
  func keys() throws {
    try made.collect("0001")
    try made.log.write("backup") {
      $0.detail = [
        "id": .string("b1"), "file": .string("a.backup"), "folder": .string("/safe"),
        "inode": .string("1"), "bytes": .integer(9), "size": .integer(3),
      ]
    }
    let found = try made.assess(try made.open(), .keys)
    #expect(found.people.isEmpty && found.answer == nil && found.encryption == .keysOnly)
    #expect(found.copies.map(\.id) == ["b1"] && found.verdict == .unknown)
  }

  @Test("of the keys lost or damaged, it concerns everybody held: nobody's number can be read")
  func lostKeys() throws {
    for person in ["0001", "0002"] { try made.collect(person) }
    for (harm, cause, items) in [
      ("damage", "ransomware", [IncidentItem.wrongfulLeak]), ("loss", "theft", [.wrongfulLeak]),
      ("damage", "failure", []),
    ] {
      let found = try made.assess(made.open([harm], cause: cause), .keys)
      #expect(found.people.map(\.code) == ["0001", "0002"])
      #expect(found.answer?.duty(of: .employer)?.findings.map(\.item) == items)
      #expect(found.verdict == (items.isEmpty ? .notRequired : .required))
    }
  }

  @Test("of a copy of a log that a restore gave up, whom it held is not known, nor that it is free")
  func carriedBackup() throws {
    try made.collect("0001")
    try made.log.write(CarriedEntry.action) {
      $0.detail = [
        "action": .string("backup"), "by": .string(made.accountant),
        "at": .string("2026-04-02T00:00:00Z"), "id": .string("b1"), "file": .string("a.backup"),
        "folder": .string("/safe"), "inode": .string("1"), "bytes": .integer(9),
        "size": .integer(300),
      ]
    }
    let found = try made.assess(try made.open(cause: "misplaced"), .backup("b1"))
    #expect(found.isOfGivenUpLog && found.verdict == .unknown)
    #expect(found.document.text(.english).contains("of a log that a restore gave up"))
  }

  @Test("of a copy, it concerns who had a number when it was made, whatever came later")
  func backup() throws {
    try made.collect("0001")
    try made.collect("0002")
    try made.purge("0002", ["tax-withholding", "health-pension"])
    for (id, action) in [("b1", "backup"), ("b2", "backup-keys")] {
      try made.log.write(action) {
        $0.detail = [
          "id": .string(id), "file": .string("a.backup"), "folder": .string("/safe"),
          "inode": .string("1"), "bytes": .integer(9), "size": .integer(3),
        ]
      }
    }
    try made.collect("0003")
    try made.purge("0001", ["tax-withholding", "health-pension"])
    let incident = try made.open()
    let found = try made.assess(incident, .backup("b1"))
    #expect(found.people.map(\.code) == ["0001"] && found.encryption == .keysApart)
    #expect(found.copies.map(\.id) == ["b2"])
    let keys = try made.assess(incident, .backup("b2"))
    #expect(keys.people.isEmpty && keys.encryption == .keysOnly && keys.copies.map(\.id) == ["b1"])
  }

  // MARK: A lost file

  @Test("of a file, it concerns whom its maker read for its form since signing in")
  func file() throws {
    try made.log.write("sign-in", by: made.accountant)
    try made.read("0001", by: made.accountant)
    try made.log.write("sign-in", by: made.accountant)
    let first = try made.read("0002", by: made.accountant)
    try made.read("0009", by: made.other)
    try made.read("0008", by: made.accountant, form: "withholding-slip-tax-office")
    try made.read("0003", by: made.accountant)
    try made.export("aa", by: made.accountant)
    let filed = try made.log.write("event", by: made.accountant) {
      $0.person = "0002"
      $0.detail = ["export": .string("aa"), "number_version": .integer(1)]
    }
    try made.log.write("event", by: made.accountant) {
      $0.person = "0007"
      $0.detail = ["export": .string("aa"), "number_version": .integer(0)]
    }
    try made.read("0005", by: made.accountant)
    let found = try made.assess(try made.open(cause: "misplaced"), .export("aa"))
    #expect(found.people.map(\.code) == ["0002", "0003"])
    #expect(found.people.first?.entries == EntryRanges([first, filed]))
    #expect(found.encryption == .none && found.export?.path == "/slips/unified.csv")
    #expect(found.answer?.isReportable == false)
  }

  @Test("of a file, it takes the most: as many as the register counts in it")
  func atMost() throws {
    try made.read("0002", by: made.accountant)
    try made.export("aa", by: made.accountant, people: 101)
    let found = try made.assess(try made.open(cause: "misplaced"), .export("aa"))
    #expect(found.people.count == 1 && found.atMost == 101)
    #expect(found.answer?.duty(of: .employer)?.findings.map(\.item) == [.leakOfMany])
  }

  @Test("of a file, who stands in it without a number is not counted")
  func blanks() throws {
    for person in ["0002", "0003"] { try made.read(person, by: made.accountant) }
    try made.export("aa", by: made.accountant, people: 4, numbers: 2)
    try made.export("bb", by: made.accountant, people: 4, numbers: 9)
    let incident = try made.open()
    #expect(try made.assess(incident, .export("aa")).atMost == 2)
    #expect(try made.assess(incident, .export("bb")).atMost == 4)
  }

  @Test("of a file whose reads the log does not have, the register's count alone decides")
  func registerAlone() throws {
    try made.export("aa", by: made.accountant, people: 101)
    let found = try made.assess(try made.open(cause: "misplaced"), .export("aa"))
    #expect(found.people.isEmpty && found.atMost == 101 && found.answer?.isReportable == true)
    try made.export("bb", by: made.accountant, people: 0)
    #expect(try made.assess(found.incident.opening.entry, .export("bb")).answer == nil)
  }

  @Test("of a file that a restore carried over, nobody who was read for something else is taken")
  func carried() throws {
    try made.read("0002", by: made.accountant)
    try made.log.write(CarriedEntry.action) {
      $0.form = "withholding-slip-municipality"
      $0.detail = [
        "action": .string("export"), "by": .string(made.accountant),
        "at": .string("2026-04-02T00:00:00Z"), "id": .string("aa"), "file": .string("unified.csv"),
        "folder": .string("/slips"), "inode": .string("2a"), "bytes": .integer(100),
        "numbers": .integer(7), "people": .integer(7),
      ]
    }
    let found = try made.assess(try made.open(), .export("aa"))
    #expect(found.people.isEmpty && found.atMost == 7 && found.answer?.isReportable == true)
  }

  @Test("of a file that was handed over sealed, it says so")
  func handOver() throws {
    try made.read("0002", by: made.accountant)
    try made.export("aa", by: made.accountant, action: "hand-over")
    let found = try made.assess(try made.open(), .export("aa"))
    #expect(found.encryption == .sealedForContractor)
    // The contractor's key may be lost with it.
    #expect(found.answer?.exclusions.isEmpty == true)
    #expect(found.answer?.missing.map(\.id) == ["protection-key"])
  }
}
