import MyNumberKit
import Testing

@testable import Custody

@Suite("A number that somebody enters a second time")
struct SecondEntryTests {
  private static let (one, two) = (SecondEntryFixture.one, SecondEntryFixture.two)

  /// The refusal that a read meets.
  private func refusal(_ session: Session, _ code: String) -> String? {
    do {
      _ = try session.digits(code)
      return nil
    } catch let error as CustodyError {
      guard case .refused(let refusal) = error.code else { return "\(error)" }
      return refusal.rule
    } catch {
      return "\(error)"
    }
  }

  private func state(_ vault: Vault, _ code: String) throws -> SecondEntry.State? {
    let record = try #require(try vault.person(try PersonCode(code))?.record)
    return record.secondEntry(of: record.currentVersion)?.state
  }

  @Test("before the second entry the number is not opened, and the refusal says why")
  func missing() throws {
    let fixture = try SecondEntryFixture()
    let session = try fixture.vault.signIn("keiko")
    let size = session.vault.logSize
    #expect(refusal(session, "E1") == "second-entry-missing")
    let entries = try session.vault.entries(from: size).map(\.content)
    #expect(entries.map(\.action) == ["read"] && entries.map(\.outcome) == [.refused])
    #expect(try VaultExamination(session.vault).unconfirmed == 2)
  }

  @Test("two entries that agree are compared once, by the first who may read, and the second goes")
  func match() throws {
    let fixture = try SecondEntryFixture()
    let session = try fixture.entered("E1", Self.one)
    #expect(try state(session.vault, "E1") == .entered)
    #expect(try VaultExamination(session.vault).problems.isEmpty)
    let size = session.vault.logSize
    #expect(try session.digits("E1") == Array(Self.one.utf8))
    let entries = try session.vault.entries(from: size).map(\.content)
    #expect(entries.map(\.action) == ["compare", "compared", "read"])
    #expect(entries.map(\.outcome) == [.allowed, .done, .allowed])
    #expect(entries[1].detail["result"] == .string("match"))
    guard case .array(let destroyed)? = entries[1].detail["destroyed"] else {
      Issue.record("nothing destroyed")
      return
    }
    #expect(destroyed.count > 2, "the entry, and a wrap for each purpose")
    #expect(try session.digits("E1") == Array(Self.one.utf8))
    #expect(try session.vault.entries(from: size).count == 4, "read again, not compared again")
    #expect(try state(session.vault, "E1") == .agreed)
    #expect(refusal(session, "E2") == "second-entry-missing")
    session.close()
    let gone = "main.second_entries WHERE erased = 1 AND sealed = zeroblob(40)"
    #expect(try fixture.vault.texts("SELECT count(*) FROM \(gone)") == ["1"])
    let wraps = "k.wraps WHERE object = 4 AND (erased = 0 OR sealed <> zeroblob(60))"
    #expect(try fixture.vault.texts("SELECT count(*) FROM \(wraps)") == ["0"])
    let officer = try fixture.vault.signIn("hanako")
    let read = try officer.digits("E1", "health-pension-acquisition", year: nil)
    #expect(read == Array(Self.one.utf8))
    #expect(try VaultExamination(officer.vault).problems.isEmpty)
  }

  @Test("whoever holds a key of another purpose compares as well")
  func otherPurpose() throws {
    let fixture = try SecondEntryFixture()
    try fixture.entered("E1", Self.one).close()
    let officer = try fixture.vault.signIn("hanako")
    let read = try officer.digits("E1", "health-pension-acquisition", year: nil)
    #expect(read == Array(Self.one.utf8))
    #expect(try state(officer.vault, "E1") == .agreed)
  }

  @Test("entries that differ tell neither value, and stay sealed until the number is corrected")
  func mismatch() throws {
    let fixture = try SecondEntryFixture()
    let session = try fixture.entered("E1", Self.two)
    let size = session.vault.logSize
    #expect(refusal(session, "E1") == "second-entry-differs")
    let entries = try session.vault.entries(from: size).map(\.content)
    #expect(entries.map(\.action) == ["compare", "compared", "read"])
    #expect(entries.map(\.outcome) == [.allowed, .done, .refused])
    #expect(entries[1].detail == ["result": .string("mismatch")])
    #expect(refusal(session, "E1") == "second-entry-differs")
    #expect(try session.vault.entries(from: size).count == 4, "not compared a second time")
    #expect(try VaultExamination(session.vault).problems.isEmpty)
    session.close()
    #expect(try fixture.vault.texts("SELECT erased FROM main.second_entries") == ["0"])
    try correct(fixture)
  }

  /// A correction destroys both entries by the path of a purge; the number that is right needs a
  /// second entry like any other.
  private func correct(_ fixture: SecondEntryFixture) throws {
    let session = try fixture.vault.signIn("hanako")
    var options = ImportOptions()
    options.replacement = .correction
    let text = """
      社員番号,氏名,入社日,個人番号,番号確認書類,身元確認書類,確認方法,確認日
      E1,試験　一,2024-04-01,654170921305,個人番号カード,個人番号カード,対面,2024-04-01

      """
    let summary = try session.importFile(
      try fixture.vault.folder.write(text, as: "right.csv"), options)
    let certificate = try #require(summary.certificate)
    for table in ["\"number\"", "\"second-entry\"", "\"second-entry-wrap\""] {
      #expect(certificate.bytes.holds(Array(table.utf8)), "\(table)")
    }
    session.close()
    let left = "main.second_entries WHERE erased = 0 OR sealed <> zeroblob(40)"
    #expect(try fixture.vault.texts("SELECT count(*) FROM \(left)") == ["0"])
    let wraps = "k.wraps WHERE object = 4 AND (erased = 0 OR sealed <> zeroblob(60))"
    #expect(try fixture.vault.texts("SELECT count(*) FROM \(wraps)") == ["0"])
    let again = try fixture.entered("E1", "654170921305")
    #expect(try again.digits("E1") == Array("654170921305".utf8))
    let record = try #require(try again.vault.person(try PersonCode("E1"))?.record)
    #expect(record.secondEntries.map(\.version) == [2], "what was destroyed is forgotten")
  }

  @Test("many are compared in one go, each alone in the log")
  func many() throws {
    let fixture = try SecondEntryFixture()
    let session = try fixture.vault.signIn("keiko")
    #expect(try fixture.confirm(session, "E1,,\(Self.one)\nE2,,\(Self.one)") == 2)
    let size = session.vault.logSize
    let form = FormCopyID("withholding-slip-municipality")
    let queries = try ["E1", "E2", "E1"].map {
      NumberQuery(code: try PersonCode($0), form: form, reason: "試験", incomeYear: 2025)
    }
    var refused: [Int] = []
    var read: [Int] = []
    try Gate(session).readEach(queries, refused: { place, _ in refused.append(place) }) {
      place, _ in read.append(place)
    }
    #expect(refused == [1] && read == [0, 2])
    let entries = try session.vault.entries(from: size).map(\.content)
    #expect(
      entries.map(\.action)
        == ["compare", "compare", "compared", "compared", "read", "read", "read"])
    #expect(entries.allSatisfy { $0.person != nil })
  }

  @Test("whoever entered a number first may not enter it again, and the log says so")
  func same() throws {
    let fixture = try SecondEntryFixture()
    let session = try fixture.vault.signIn("hanako")
    let size = session.vault.logSize
    let result = try ExitStatus { try fixture.confirm(session, "E1,,\(Self.one)") }
    #expect(result.status == 77, "\(result)")
    let asked = try ExitStatus { try NumberConfirmation(session).check(try PersonCode("E2")) }
    #expect(asked.status == 77, "\(asked)")
    let entries = try session.vault.entries(from: size).map(\.content)
    #expect(entries.map(\.person) == ["E1", "E2"])
    #expect(entries.allSatisfy { $0.rule == "second-entry-by-same" && $0.outcome == .refused })
    #expect(try state(session.vault, "E1") == .awaitingEntry)
  }

  @Test("whom the user entered first is in the log though the file has other mistakes")
  func sameAmongMistakes() throws {
    let fixture = try SecondEntryFixture()
    let session = try fixture.vault.signIn("hanako")
    let size = session.vault.logSize
    let rows = "E1,,\(Self.one)\nE9,,\(Self.one)\nE2,,\(Self.two)"
    let result = try ExitStatus { try fixture.confirm(session, rows) }
    #expect(result.status == 65 && result.description.contains("again.csv:3:1"), "\(result)")
    let entries = try session.vault.entries(from: size).map(\.content)
    #expect(entries.map(\.person) == ["E1", "E2"])
    #expect(entries.allSatisfy { $0.rule == "second-entry-by-same" && $0.outcome == .refused })
  }

  @Test("a check by whoever entered the number, or of their own look, is refused and in the log")
  func checkBySame() throws {
    let fixture = try SecondEntryFixture("human-check")
    for (user, looker) in [("hanako", "山田花子"), ("keiko", "hanako")] {
      let session = try fixture.vault.signIn(user)
      let result = try ExitStatus {
        try NumberCheck(session).record(
          try PersonCode("E1"), by: looker, on: session.vault.today, agrees: true)
      }
      #expect(result.status == 77, "\(result)")
      let entry = try #require(try session.vault.entries().last?.content)
      #expect(entry.rule == "second-entry-by-same" && entry.person == "E1")
      #expect(entry.action == "second-entry" && entry.outcome == .refused)
      #expect(try state(session.vault, "E1") == .awaitingCheck)
      session.close()
    }
  }

  @Test("a role that may not, and a user without a key of the number, compare nothing")
  func roles() throws {
    let fixture = try SecondEntryFixture()
    for user in ["audrey", "admin"] {
      let session = try fixture.vault.signIn(user)
      let result = try ExitStatus { try fixture.confirm(session, "E1,,\(Self.one)") }
      #expect(result.status == 77, "\(user): \(result)")
      session.close()
    }
    try fixture.entered("E1", Self.one).close()
    let officer = try fixture.vault.signIn("hanako")
    let size = officer.vault.logSize
    #expect(refusal(officer, "E1") == "role-forbids-purpose")
    #expect(try officer.vault.entries(from: size).map(\.content.action) == ["read"])
    #expect(try state(officer.vault, "E1") == .entered)
  }

  @Test("a file is all or nothing, and each bad row has its place")
  func file() throws {
    let fixture = try SecondEntryFixture()
    let session = try fixture.vault.signIn("keiko")
    let size = session.vault.logSize
    for (rows, said) in [
      ("E1,,\(Self.one)\nE2,,858319664371", "again.csv:3:3: 個人番号: the check digit"),
      ("E1,,\(Self.one)\nE1,,\(Self.one)", "again.csv:3:1: 社員番号: the same person as in line 2"),
      ("E1,,\(Self.one)\nE9,,\(Self.two)", "again.csv:3:1: 社員番号: the vault has nobody"),
      ("E1,,\(Self.one)\nE2,,", "again.csv:3:3: 個人番号: missing"),
      ("E1,,\(Self.one)\nE2,x,\(Self.two)", "again.csv:3:2: 家族番号: not a number from 1 to 99"),
      ("E1,1,\(Self.one)", "again.csv:2:1: 社員番号: the vault has nobody"),
      ("\(Self.one),,\(Self.one)", "could be a My Number"),
    ] {
      let result = try ExitStatus { try fixture.confirm(session, rows) }
      #expect(result.status == 65 && result.description.contains(said), "\(result)")
      #expect(!result.description.contains(Self.one.suffix(4)))
    }
    #expect(session.vault.logSize == size)
    #expect(try fixture.confirm(session, "E1,,８５８３-1966-4372") == 1)
    let twice = try ExitStatus { try fixture.confirm(session, "E1,,\(Self.one)") }
    #expect(twice.status == 65 && twice.description.contains("second time already"), "\(twice)")
  }

  @Test("where the policy asks for no second entry, none is taken")
  func notAsked() throws {
    let fixture = try SecondEntryFixture("none")
    let session = try fixture.vault.signIn("keiko")
    #expect(try session.digits("E1") == Array(Self.one.utf8))
    let result = try ExitStatus { try fixture.confirm(session, "E1,,\(Self.one)") }
    #expect(result.status == 65 && result.description.contains("no second entry"), "\(result)")
    let check = try ExitStatus {
      try NumberCheck(session).record(
        try PersonCode("E1"), by: "山田", on: session.vault.today, agrees: true)
    }
    #expect(check.status == 65, "\(check)")
  }

  @Test("a number that changes before it was confirmed does not become usable by that")
  func changed() throws {
    let fixture = try SecondEntryFixture()
    let session = try fixture.vault.signIn("keiko")
    var options = ImportOptions()
    options.replacement = .change(on: session.vault.today, reason: "変更")
    let text = """
      社員番号,氏名,入社日,個人番号,番号確認書類,身元確認書類,確認方法,確認日
      E1,試験　一,2024-04-01,654170921305,個人番号カード,個人番号カード,対面,\(session.vault.today.isoText)

      """
    try session.importFile(try fixture.vault.folder.write(text, as: "new.csv"), options)
    let old = try ExitStatus { _ = try session.digits("E1", version: 1) }
    #expect(old.status == 77 && old.description.contains("second person"), "\(old)")
    #expect(refusal(session, "E1") == "second-entry-missing")
  }

  @Test("a purge destroys an entry that was never compared")
  func purge() throws {
    let fixture = try SecondEntryFixture()
    try fixture.entered("E1", Self.one).close()
    let session = try fixture.vault.signIn("hanako")
    let leaving = try #require(CalendarDate(year: 2024, month: 5, day: 31))
    let date = try #require(CalendarDate(year: 2040, month: 1, day: 1))
    try PersonEvents(session).leave(
      try PersonCode("E1"), on: leaving, reason: nil, lastPaidOn: leaving)
    session.close()
    let later = VaultFixture.environment(now: Timestamp(date, secondOfDay: 0))
    let administrator = try fixture.vault.signIn("admin", later)
    let certificate = try Purge(administrator).run(asOf: date, acceptPresumed: true)
    #expect(certificate?.bytes.holds(Array("\"second-entry\"".utf8)) == true)
    administrator.close()
    let left = "main.second_entries WHERE erased = 0 OR sealed <> zeroblob(40)"
    #expect(try fixture.vault.texts("SELECT count(*) FROM \(left)") == ["0"])
    let wraps = "k.wraps WHERE object = 4 AND (erased = 0 OR sealed <> zeroblob(60))"
    #expect(try fixture.vault.texts("SELECT count(*) FROM \(wraps)") == ["0"])
  }

  @Test(
    "a recorded check makes a number usable; one that found it wrong does not",
    arguments: [
      (true, nil), (false, "second-entry-differs"),
    ])
  func humanCheck(agrees: Bool, refused: String?) throws {
    let fixture = try SecondEntryFixture("human-check")
    let session = try fixture.vault.signIn("keiko")
    #expect(refusal(session, "E1") == "second-entry-missing")
    let blind = try ExitStatus { try fixture.confirm(session, "E1,,\(Self.one)") }
    #expect(blind.status == 65 && blind.description.contains("waits for a check"), "\(blind)")
    let (code, today) = (try PersonCode("E1"), session.vault.today)
    let check = NumberCheck(session)
    for (name, day) in [
      ("山田", today.adding(days: 1)), ("山田", today.adding(days: -1)), ("", today),
      ("9656-8945-5668", today),
    ] {
      let result = try ExitStatus { try check.record(code, by: name, on: day, agrees: agrees) }
      #expect(result.status == 64, "\(result)")
    }
    try check.record(code, by: "山田花子", on: today, agrees: agrees)
    let entry = try #require(try session.vault.entries().last?.content)
    #expect(entry.action == "number-check" && entry.person == "E1")
    #expect(
      entry.detail
        == ["by": .string("山田花子"), "on": .string(today.isoText), "agreed": .bool(agrees)])
    #expect(refusal(session, "E1") == refused)
    let again = try ExitStatus { try check.record(code, by: "山田", on: today, agrees: true) }
    #expect(again.status == 65, "\(again)")
  }
}
