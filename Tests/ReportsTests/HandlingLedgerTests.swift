import Auditing
import JSON
import People
import Reports
import Rules
import Testing

@Suite("The handling ledger")
struct HandlingLedgerTests {
  private func rows(_ log: HandledLog, asOf: CalendarDate = HandledLog.asOf) throws -> [String] {
    let csv = String(decoding: try log.ledger(asOf: asOf).document.csv(), as: UTF8.self)
    return csv.split(separator: "\r\n").dropFirst().map(String.init)
  }

  @Test("lists the vault by purpose, with who answers and who can open it")
  func vault() throws {
    let log = try HandledLog()
    let rows = try rows(log)
    let purposes = log.log.policy.purposes.count
    #expect(rows.filter { $0.hasPrefix("vault,") }.count == purposes)
    let pension = try #require(rows.first { $0.hasPrefix("vault,health-pension,") })
    #expect(
      pension.hasPrefix("vault,health-pension,u0,hr,health-pension,,\(log.users[1]);recovery,"))
    let tax = try #require(rows.first { $0.hasPrefix("vault,tax-withholding,") })
    #expect(tax.hasPrefix("vault,tax-withholding,u0,,tax-withholding,,recovery,"))
  }

  @Test("lists every other file: registered, made from it, and its copies, until they are gone")
  func others() throws {
    let log = try HandledLog()
    try log.log.write("export") {
      $0.form = "withholding-slip-tax-office"
      $0.detail = [
        "id": .string("a"), "file": .string("slips.csv"), "folder": .string("/out"),
        "numbers": .integer(3), "due": .string("2026-11-21"),
      ]
    }
    try log.log.write("export") {
      $0.detail = ["id": .string("n"), "file": .string("own.pdf"), "numbers": .integer(0)]
    }
    try log.log.write("backup") {
      $0.detail = [
        "id": .string("b"), "file": .string("v.backup"), "folder": .string("/b"),
        "inode": .string("1"), "bytes": .integer(1), "size": .integer(1),
      ]
    }
    let kinds = try rows(log).compactMap { $0.split(separator: ",").first }
      .filter { $0 != "vault" }
    #expect(kinds == ["paper", "software", "export", "backup"])
    let made = try #require(try rows(log).first { $0.hasPrefix("export,") })
    #expect(made.contains("tax-withholding") && made.contains("overdue 2026-11-21"))
    try log.log.write("export-disposed") {
      $0.detail = ["id": .string("a"), "method": .string("overwritten")]
    }
    #expect(try !rows(log).contains { $0.hasPrefix("export,") })
    #expect(try log.ledger().document.text(.english).contains("slips.csv"))
  }

  @Test("lists a closed file among the deletions, with its means and certificate")
  func closed() throws {
    let log = try HandledLog(without: [.files])
    let file = try log.file("paper")
    try log.log.write(HandlingBook.destroy) {
      $0.detail = [
        "on": .string("2026-11-20"), "means": .string("incinerated"), "by": .string("総務部"),
        "file": .integer(file), "whole": .bool(true), "contractor": .string("処理社"),
      ]
    }
    #expect(try !rows(log).contains { $0.hasPrefix("paper,") })
    let text = try log.ledger().document.text(.japanese)
    #expect(text.contains("paperの控え") && text.contains("焼却") && text.contains("なし"))
  }

  @Test("lists an imported file as deleted once it is destroyed, and among the files before")
  func sources() throws {
    let log = try HandledLog()
    try log.log.write("source-shred") {
      $0.detail = ["id": .string("s"), "file": .string("people.csv")]
    }
    let begun = try log.ledger().document.text(.english)
    #expect(begun.contains("people.csv") && begun.contains("begun, not finished"))
    try log.log.write("source-shredded") { $0.detail = ["id": .string("s")] }
    let gone = try log.ledger().document.text(.english)
    #expect(gone.contains("people.csv") && !gone.contains("begun, not finished"))
  }

  @Test("lists an imported file whose destruction stopped until a review looked at it")
  func stopped() throws {
    let log = try HandledLog()
    try log.log.write("source-shred") {
      $0.detail = ["id": .string("s"), "file": .string("people.csv"), "folder": .string("/in")]
    }
    #expect(try rows(log).contains { $0.hasPrefix("source,people.csv,u0,") })
    try log.review()
    #expect(try !rows(log).contains { $0.hasPrefix("source,") })
  }

  @Test("tells of each user whether training and pledge are on record")
  func staff() throws {
    let staff = try HandledLog(without: [.pledges]).ledger().staff
    #expect(staff.map(\.facts) == [[.unpledged, .ownTraining], [.unpledged], [.unpledged]])
    let late = try HandledLog().ledger(asOf: day("2027-11-03")).staff
    #expect(late.allSatisfy { $0.facts.contains(.trainingOverdue) })
    let log = try HandledLog()
    try log.log.state(.revoke(user: log.users[1]), action: "user-revoke", by: "u0")
    #expect(try log.ledger().staff.count == 2)
  }

  @Test("tells who recorded a training or pledge, and of whom nobody but oneself did")
  func recorders() throws {
    let log = try HandledLog(without: [.pledges])
    let (officer, auditor) = (log.users[1], log.users[2])
    try log.staff(HandlingBook.pledge, officer, by: officer)
    try log.staff(HandlingBook.pledge, auditor, by: officer)
    let staff = try log.ledger().staff
    #expect(staff.map { $0.pledge?.user } == [nil, officer, officer])
    #expect(staff.map { $0.facts.contains(.ownPledge) } == [false, true, false])
    try log.staff(HandlingBook.pledge, officer)
    #expect(try log.ledger().staff[1].facts == [])
    #expect(try log.ledger().document.text(.english).contains("人事 次郎"))
  }

  @Test("tells until when a file outside the vault may stand, and what was found out of a country")
  func disposal() throws {
    let log = try HandledLog()
    let text = try log.ledger().document.text(.english)
    #expect(text.contains("due 2027-12-31") && text.contains("GDPRの適用、十分性認定"))
    let late = try log.ledger(asOf: day("2028-01-01")).document.text(.english)
    #expect(late.contains("overdue since 2027-12-31"))
  }

  @Test("tells which carry-outs are still outside, and which should be back")
  func moves() throws {
    let log = try HandledLog()
    try log.carryOut()
    #expect(try log.ledger().moves.map(\.isOpen) == [false, true])
    let english = try log.ledger().document.text(.english)
    #expect(english.contains("back on 2026-11-10") && english.contains("overdue"))
    #expect(try log.ledger(asOf: day("2026-11-16")).document.text(.english).contains("outside"))
  }

  @Test("shows no text that could be a number, whoever wrote it into the log")
  func numbers() throws {
    let log = try HandledLog()
    try log.file("paper") { $0["place"] = .string(HandledLog.number) }
    try log.log.write("export") {
      $0.detail = [
        "id": .string("a"), "file": .string(HandledLog.number), "numbers": .integer(1),
        "folder": .string("/" + HandledLog.number),
      ]
    }
    try log.log.write("backup") {
      $0.detail = [
        "id": .string("b"), "file": .string(HandledLog.number), "folder": .string("/b"),
        "inode": .string("1"), "bytes": .integer(1), "size": .integer(1),
      ]
    }
    let ledger = try log.ledger()
    let document = ledger.document
    for text in [
      document.text(.japanese), document.text(.english),
      String(decoding: document.json(), as: UTF8.self),
      String(decoding: document.csv(), as: UTF8.self),
    ] {
      #expect(!text.contains("9656"))
      #expect(text.contains("withheld") || text.contains("表示しない"))
    }
    #expect(ledger.unread.count == 1)
  }
}
