import Foundation
import MyNumberKit
import Testing

@testable import Custody

/// What a person asks to be shown is found under their row, so no entry about one may miss there.
@Suite("Every entry about a person is found under that person")
struct EntryIndexTests {
  /// Some work, and what it leaves in the log about a person.
  struct Work: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String
    let leaves: [String]
    let run: @Sendable (String) throws -> VaultFixture

    init(
      _ name: String, _ code: String, _ leaves: [String],
      _ run: @escaping @Sendable (String) throws -> VaultFixture
    ) {
      testDescription = name
      self.code = code
      self.leaves = leaves
      self.run = run
    }
  }

  private static let today = DeclaringTests.day

  /// Runs a session of the sample company, whether its work is refused or not.
  private static func sample(
    _ user: String, _ body: (Session, VaultFixture) throws -> Void
  ) throws -> VaultFixture { try run(try SampleVault.copy(), user, body) }

  private static func verifying(
    _ user: String, _ body: (Session, VaultFixture) throws -> Void
  ) throws -> VaultFixture { try run(try VerifyingFixture().vault, user, body) }

  private static func run(
    _ fixture: VaultFixture, _ user: String, _ body: (Session, VaultFixture) throws -> Void
  ) throws -> VaultFixture {
    let session = try fixture.signIn(user)
    defer { session.close() }
    _ = try ExitStatus { try body(session, fixture) }
    return fixture
  }

  private static let works = [
    Work("a read that is allowed", "0001", ["read allowed"]) { code in
      try sample("keiko") { session, _ in _ = try session.digits(code) }
    },
    Work("a read that is refused", "0001", ["read refused"]) { code in
      try sample("hanako") { session, _ in _ = try session.digits(code) }
    },
    Work("a read that fails", "0001", ["read allowed", "read failed"]) { code in
      let fixture = try SampleVault.copy()
      let row = VaultFixture.row(code)
      try fixture.sql("UPDATE k.wraps SET sealed = randomblob(60) WHERE person = \(row)")
      return try run(fixture, "keiko") { session, _ in _ = try session.digits(code) }
    },
    Work("a profile that may not be seen", "0001", ["list refused"]) { code in
      try sample("audrey") { session, _ in
        let person = try session.vault.requirePerson(try PersonCode(code))
        _ = try session.profile(of: person)
      }
    },
    Work("a profile that is shown", "0001", ["show done", "audit-report done"]) { code in
      try sample("hanako") { session, _ in
        try session.note(.profile(try PersonCode(code)))
        let record = ReportRecord(
          asOf: today, from: nil, to: nil, person: try PersonCode(code), user: nil,
          purpose: nil, form: "text",
          language: "ja", records: [], outside: nil, witnessed: nil,
          dormantAfterDays: 90, program: "mynumber 1")
        try session.note(.report(record, at: session.vault.logSize))
      }
    },
    Work("a verification that does not suffice", "V2", ["verify refused"]) { code in
      try verifying("hanako") { session, _ in
        let expired = VerifyingFixture.papers(expires: "2026-11-19")
        _ = try VerificationRecording(session).record([
          try VerifyingFixture.statement(code, expired)
        ])
      }
    },
    Work("a verification without a number", "V4", ["verify refused"]) { code in
      try verifying("hanako") { session, _ in
        _ = try VerificationRecording(session).record([try VerifyingFixture.statement(code)])
      }
    },
    Work("a verification", "V2", ["verify done"]) { code in
      try verifying("hanako") { session, _ in
        _ = try VerificationRecording(session).record([try VerifyingFixture.statement(code)])
      }
    },
    Work("an attestation that is refused", "V1", ["attest refused"]) { code in
      try verifying("admin") { session, _ in
        try Attestation(session).attest([try PersonCode(code)], reason: "試験")
      }
    },
    Work("an attestation", "V3", ["attest done"]) { code in
      try verifying("admin") { session, _ in
        try Attestation(session).attest([try PersonCode(code)], reason: "試験")
      }
    },
    Work("a declaration that is refused", "D4", ["declare refused"]) { code in
      try run(try DeclaringTests.fixture(), "hanako") { session, _ in
        try DeclaringTests.declare(
          code, wish: try DeclaringTests.wish("employment-insurance"), by: session)
      }
    },
    Work("a declaration that widens", "D1", ["declare done", "widen allowed"]) { code in
      try run(try DeclaringTests.fixture(), "hanako") { session, _ in
        try DeclaringTests.declare(
          code, wish: try DeclaringTests.wish("retirement-income"), by: session)
      }
    },
    Work("a widening that fails", "D1", ["widen allowed", "widen failed"]) { code in
      let fixture = try DeclaringTests.fixture()
      try fixture.sql("UPDATE k.wraps SET sealed = randomblob(60) WHERE object = 1")
      return try run(fixture, "hanako") { session, _ in
        try DeclaringTests.declare(
          code, wish: try DeclaringTests.wish("retirement-income"), by: session)
      }
    },
    Work(
      "a request, a leaving, an event and a hold", "0019",
      [
        "ask done", "ask-undo done", "leave done", "leave-undo done", "event done",
        "event-undo done", "hold-add done", "hold-remove done",
      ]
    ) { code in
      let fixture = try sample("hanako") { session, _ in
        let (code, events) = (try PersonCode(code), PersonEvents(session))
        try NumberRequests(session).record(
          code, askedOn: today, method: .byPost, answer: .refused)
        try NumberRequests(session).takeBack(code, askedOn: today, method: .byPost)
        try events.leave(code, on: today, reason: nil, lastPaidOn: nil)
        try events.undoLeave(code)
        let paid = LifeEvent(.paid, year: 2025)
        try events.add(paid, to: code)
        try events.takeBack(paid, from: code)
      }
      return try run(fixture, "admin") { session, _ in
        let events = PersonEvents(session)
        let hold = try events.hold(try PersonCode(code), reason: "係争", until: nil)
        try events.release(try PersonCode(code), hold: hold)
      }
    },
    Work("an import, an update and a change", "V4", ["import done", "update done", "replace done"])
    {
      code in
      try verifying("hanako") { session, fixture in
        let head = "社員番号,氏名,生年月日,個人番号,番号確認書類,身元確認書類,確認方法,確認日\n"
        let card = "個人番号カード,個人番号カード,対面,2026-11-22\n"
        var options = ImportOptions()
        options.update = true
        for row in ["試験　肆,1990-07-07,,,,,\n", "試験　肆,1990-07-07,916441504700,\(card)"] {
          try session.importFile(
            try fixture.folder.write(head + "\(code),\(row)", as: "p.csv"), options)
        }
        options.replacement = .change(on: today, reason: "変更")
        let row = "\(code),試験　肆,1990-07-07,858319664372,\(card)"
        try session.importFile(try fixture.folder.write(head + row, as: "p.csv"), options)
      }
    },
    Work("a second entry of one's own", "E1", ["second-entry refused"]) { code in
      try run(try SecondEntryFixture().vault, "hanako") { session, _ in
        try NumberConfirmation(session).check(try PersonCode(code))
      }
    },
    Work(
      "a second entry and its comparison", "E1",
      [
        "second-entry done", "compare allowed", "compared done", "read allowed",
      ]
    ) { code in
      let fixture = try SecondEntryFixture()
      let session = try fixture.entered(code, SecondEntryFixture.one)
      _ = try session.digits(code)
      session.close()
      return fixture.vault
    },
    Work("a comparison that fails", "E1", ["compare allowed", "compare failed"]) { code in
      let fixture = try SecondEntryFixture()
      try fixture.entered(code, SecondEntryFixture.one).close()
      try fixture.vault.sql("UPDATE main.second_entries SET sealed = randomblob(40)")
      return try run(fixture.vault, "keiko") { session, _ in _ = try session.digits(code) }
    },
    Work("a check", "E1", ["number-check done"]) { code in
      try run(try SecondEntryFixture("human-check").vault, "keiko") { session, _ in
        try NumberCheck(session).record(
          try PersonCode(code), by: "山田", on: today, agrees: true)
      }
    },
    Work("a sharing", "0001", ["share allowed"]) { code in
      let fixture = try SampleVault.copy()
      try ContractFile.register(fixture)
      try ContractFile.share(fixture, [code])
      return fixture
    },
    Work("a sharing that is refused", "0003-1", ["share refused"]) { code in
      let fixture = try SampleVault.copy()
      try ContractFile.register(fixture)
      _ = try ExitStatus { try ContractFile.share(fixture, [code]) }
      return fixture
    },
    Work(
      "what stops an export, a blank, and a filing", "0019",
      [
        "export refused", "blank done", "event done",
      ]
    ) { code in
      try sample("keiko") { session, _ in
        let form = FormCopyID("withholding-slip-municipality")
        let blank = RegisteredExport.Blank(code: try PersonCode(code), reason: .refused)
        let register = ExportRegister(session)
        try register.refuse([blank], for: form)
        try register.add(
          RegisteredExport(
            form: form, incomeYear: 2025, fileName: "x.csv", bytes: 1, rows: 1, numbers: 0,
            people: [.init(code: blank.code, wasPaid: true, isDeclared: true)], blanks: [blank]))
      }
    },
  ]

  @Test("each kind", arguments: works)
  func found(work: Work) throws {
    let vault = try work.run(work.code).open()
    let person = try vault.requirePerson(try PersonCode(work.code))
    let found = try vault.store.entries(ofPerson: person.row, from: 0, limit: 10_000).map(\.index)
    let about = try vault.entries().filter { $0.content.person == work.code }
    #expect(about.map(\.index) == found)
    let kinds = Set(about.map { "\($0.content.action) \($0.content.outcome.rawValue)" })
    for kind in work.leaves { #expect(kinds.contains(kind), "\(kind) is not in \(kinds.sorted())") }
  }

  @Test("nothing is found under a person that is about another or nobody")
  func others() throws {
    let vault = try Self.works[0].run("0001").open()
    var count = 0
    try vault.forEachPerson { (person) throws(CustodyError) in
      do {
        for row in try vault.store.entries(ofPerson: person.row, from: 0, limit: 10_000) {
          let entry = try Entry(parsing: row.bytes.span)
          #expect(entry.content.person == person.record.code.text)
          count += 1
        }
      } catch { Issue.record("\(error)") }
    }
    #expect(count > vault.peopleCount)
  }
}
