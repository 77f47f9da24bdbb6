import JSON
import People
import Rules
import Testing

@testable import Auditing

@Suite("What the log says of numbers outside the vault")
struct HandlingBookTests {
  private typealias Detail = [String: CanonicalValue]

  private func entry(
    _ index: Int, _ action: String, _ detail: [String: CanonicalValue], reason: String? = nil,
    count: Int? = nil, outcome: Outcome = .done
  ) -> Entry {
    var content = EntryContent(action: action, actor: "u0", outcome: outcome)
    content.reason = reason
    content.count = count
    content.detail = detail
    return Entry(
      content: content, index: index,
      time: Timestamp(CalendarDate(parsing: "2026-11-22") ?? .first, secondOfDay: 0),
      salt: [UInt8](repeating: 0, count: 16))
  }

  private func book(_ entries: Entry...) -> HandlingBook {
    var book = HandlingBook()
    for entry in entries { book.take(entry) }
    return book
  }

  private static let file: [String: CanonicalValue] = [
    "kind": .string("paper"), "name": .string("扶養控除等申告書"), "responsible": .string("総務部長"),
    "department": .string("総務部"), "purposes": .string("tax-declarations,tax-withholding"),
    "access": .string("給与担当"), "place": .string("書庫"),
  ]
  private static let carried: [String: CanonicalValue] = [
    "kind": .string("carry-out"), "on": .string("2026-11-20"), "by": .string("総務部"),
    "party": .string("税理士"), "protection": .string("施錠ケース"), "return_by": .string("2026-11-21"),
  ]
  private static let shredded: [String: CanonicalValue] = [
    "on": .string("2026-11-21"), "means": .string("shredded"), "by": .string("総務部"),
  ]

  private func file(_ index: Int, _ change: (inout [String: CanonicalValue]) -> Void = { _ in })
    -> Entry
  {
    var detail = Self.file
    change(&detail)
    return entry(index, HandlingBook.file, detail)
  }

  @Test("A file has the five items, and is kept until the whole of it is destroyed")
  func files() throws {
    let part = entry(
      11, HandlingBook.destroy, Self.shredded.merging(["file": .integer(10)]) { $1 },
      reason: "2018年分")
    let whole = entry(
      12, HandlingBook.destroy,
      Self.shredded.merging(["file": .integer(10), "whole": .bool(true)]) { $1 })
    let partly = book(file(10), part)
    let kept = try #require(partly.files.first)
    #expect(kept.name == "扶養控除等申告書" && kept.kind == .paper && kept.place == "書庫")
    #expect(kept.purposes == ["tax-declarations", "tax-withholding"] && kept.isKept)
    #expect(kept.destructions.map(\.what) == ["2018年分"] && partly.file(10) != nil)
    let closed = book(file(10), part, whole)
    #expect(closed.files.first?.isKept == false && closed.file(10) == nil)
    #expect(closed.destructions.map(\.isWhole) == [false, true] && closed.unread.isEmpty)
  }

  @Test("A file is overdue after its day, until all of it is destroyed; one without a day never")
  func disposal() throws {
    let dated = file(10) { $0["dispose_by"] = .string("2026-11-30") }
    let due = try #require(CalendarDate(parsing: "2026-11-30"))
    let kept = try #require(book(dated).files.first)
    #expect(!kept.isOverdue(on: due) && kept.isOverdue(on: due.adding(days: 1)))
    let whole = entry(
      12, HandlingBook.destroy,
      Self.shredded.merging(["file": .integer(10), "whole": .bool(true)]) { $1 })
    #expect(book(dated, whole).files.first?.isOverdue(on: due.adding(days: 1)) == false)
    #expect(book(file(10)).files.first?.isOverdue(on: due.adding(days: 900)) == false)
  }

  @Test("A later registration takes the place of the one it names")
  func replaced() {
    let book = book(
      file(10),
      file(11) {
        $0["replaces"] = .integer(10)
        $0["protection"] = .string("施錠")
      })
    #expect(book.files.map(\.isKept) == [false, true] && book.files.first?.replacedBy == 11)
    #expect(book.files.last?.protection == "施錠")
    let part = entry(
      11, HandlingBook.destroy, Self.shredded.merging(["file": .integer(10)]) { $1 },
      reason: "2018年分")
    let kept = self.book(file(10), part, file(12) { $0["replaces"] = .integer(10) })
    #expect(kept.files.last?.destructions.map(\.what) == ["2018年分"] && kept.unread.isEmpty)
  }

  @Test("What was carried out is open until it comes back, and overdue after its day")
  func moves() throws {
    let out = entry(10, HandlingBook.move, Self.carried, reason: "年末調整の書類")
    let back = entry(
      11, HandlingBook.comeBack, ["record": .integer(10), "on": .string("2026-11-22")])
    let move = try #require(book(out).moves.first)
    let due = try #require(CalendarDate(parsing: "2026-11-21"))
    #expect(move.isOpen && !move.isOverdue(on: due) && move.isOverdue(on: due.adding(days: 1)))
    let returned = try #require(book(out, back).moves.first)
    #expect(returned.returned?.entry == 11 && !returned.isOverdue(on: due.adding(days: 9)))
    #expect(book(out, back, back).unread == [11])
    var posted = Self.carried
    posted["kind"] = .string("post")
    #expect(book(entry(10, HandlingBook.move, posted, reason: "届書")).moves.first?.isOpen == false)
  }

  @Test("A contractor's destruction lacks its certificate until one is recorded")
  func certificates() {
    var detail = Self.shredded
    detail["contractor"] = .string("機密処理社")
    let without = entry(10, HandlingBook.destroy, detail, reason: "廃棄箱")
    detail["certificate_on"] = .string("2026-11-22")
    let with = entry(11, HandlingBook.destroy, detail, reason: "廃棄箱")
    #expect(book(without, with).destructions.map(\.lacksCertificate) == [true, false])
    let came = entry(
      12, HandlingBook.certify, ["record": .integer(10), "on": .string("2026-11-30")])
    let certified = book(without, with, came)
    #expect(certified.destructions.first?.certifiedBy == 12 && certified.unread.isEmpty)
    #expect(certified.uncertified(10) == nil && book(without).uncertified(10) != nil)
    let early = entry(
      12, HandlingBook.certify, ["record": .integer(10), "on": .string("2026-11-20")])
    #expect(book(without, early).unread == [12] && book(with, came).unread == [12])
  }

  @Test("The newest statement of the employer's size counts")
  func size() {
    let first = entry(
      10, HandlingBook.size, ["on": .string("2025-03-31"), "exclusions": .array([])], count: 45)
    let second = entry(
      11, HandlingBook.size,
      ["on": .string("2026-03-31"), "exclusions": .array([.string("financial")])], count: 60)
    let book = book(first, second)
    #expect(book.size?.entry == 11 && book.size?.stated.employees == 60)
    #expect(book.size?.stated.exclusions == [.financial])
  }

  @Test(
    "A text that could hold a number is not taken, whoever wrote it",
    arguments: [
      "name", "responsible", "department", "access", "place", "protection", "country", "regime",
      "purposes",
    ])
  func numbers(member: String) {
    for text in ["9656-8945-5668", "あ9656 8945 5668い", String(repeating: "あ", count: 201), ""] {
      let book = book(file(10) { $0[member] = .string(text) })
      #expect(book.files.isEmpty && book.unread == [10], "\(text)")
    }
  }

  @Test("What says too little, or names what is not open, is told as unread")
  func crooked() {
    let moved = entry(10, HandlingBook.move, Self.carried, reason: "書類")
    var early = Self.shredded
    early["means"] = .string("eaten")
    let crooked = [
      file(20) { $0["kind"] = .string("cloud") }, file(20) { $0["replaces"] = .integer(10) },
      file(20) { $0["replaces"] = .string("x") }, file(20) { $0["access"] = nil },
      file(20) { $0["dispose_by"] = .string("soon") },
      entry(20, HandlingBook.move, Self.carried),
      entry(
        20, HandlingBook.move, Self.carried.merging(["return_by": .string("?")]) { $1 },
        reason: "書類"),
      entry(20, HandlingBook.comeBack, ["record": .integer(11), "on": .string("2026-11-22")]),
      entry(20, HandlingBook.comeBack, ["record": .integer(10), "on": .string("2026-11-19")]),
      entry(20, HandlingBook.destroy, Self.shredded),
      entry(20, HandlingBook.destroy, Self.shredded.merging(["whole": .bool(true)]) { $1 }),
      entry(
        20, HandlingBook.destroy, Self.shredded.merging(["file": .integer(7)]) { $1 }, reason: "x"),
      entry(20, HandlingBook.destroy, early, reason: "書類"),
      entry(20, HandlingBook.training, ["user": .string("u1"), "on": .string("2026-11-01")]),
      entry(20, HandlingBook.pledge, ["on": .string("2026-11-01")]),
      entry(20, HandlingBook.size, ["on": .string("2026-03-31"), "exclusions": .array([])]),
      entry(
        20, HandlingBook.size,
        ["on": .string("2026-03-31"), "exclusions": .array([.string("poor")])], count: 1),
    ]
    for entry in crooked {
      let book = book(moved, entry)
      #expect(book.unread == [20] && book.moves.map(\.isOpen) == [true], "\(entry.content)")
      #expect(book.files.isEmpty && book.destructions.isEmpty && book.staff.isEmpty)
    }
    #expect(book(entry(20, HandlingBook.move, [:], outcome: .refused)).unread.isEmpty)
    #expect(book(entry(20, "audit-report", [:])).unread.isEmpty)
  }
}
