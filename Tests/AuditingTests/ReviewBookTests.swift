import JSON
import People
import Testing

@testable import Auditing

@Suite("The reviews of a log")
struct ReviewBookTests {
  private func entry(
    _ index: Int, through: Int, action: String? = nil, due: String? = nil,
    closes: [CanonicalValue] = [], outcome: Outcome = .done, finding: String? = "異常なし",
    named: String = "sign-off"
  ) -> Entry {
    var content = EntryContent(action: named, actor: "u3", outcome: outcome)
    content.reason = finding
    content.detail["through"] = .integer(through)
    content.detail["action"] = action.map(CanonicalValue.string)
    content.detail["due"] = due.map(CanonicalValue.string)
    if !closes.isEmpty { content.detail["closes"] = .array(closes) }
    return Entry(
      content: content, index: index,
      time: Timestamp(CalendarDate(parsing: "2026-11-22") ?? .first, secondOfDay: 0),
      salt: [UInt8](repeating: 0, count: 16))
  }

  private func book(_ entries: [Entry]) -> ReviewBook {
    var book = ReviewBook()
    for entry in entries { book.take(entry) }
    return book
  }

  @Test("the last is the one signed last, and what is reviewed reaches as far as any looked")
  func last() {
    let book = book([
      entry(10, through: 9), entry(20, through: 19), entry(30, through: 5),
    ])
    #expect(book.reviews.count == 3 && book.last?.entry == 30 && book.through == 19)
    #expect(self.book([]).last == nil && self.book([]).through == nil)
  }

  @Test("an action stays open until a later review names it")
  func closed() {
    let opened = entry(10, through: 9, action: "鍵を更新する", due: "2026-12-31")
    #expect(book([opened]).open.map(\.entry) == [10])
    #expect(book([opened]).open.first?.due == CalendarDate(parsing: "2026-12-31"))
    let closed = book([opened, entry(20, through: 19, closes: [.integer(10)])])
    #expect(closed.open.isEmpty && closed.reviews.first?.closedBy == 20)
    let again = book([
      opened, entry(20, through: 19, closes: [.integer(10)]),
      entry(30, through: 19, closes: [.integer(10)]),
    ])
    #expect(again.reviews.first?.closedBy == 20)
  }

  @Test(
    "nothing is closed by what names no open action",
    arguments: [[CanonicalValue.integer(11)], [.string("10")], [.integer(20)], [.integer(-1)]])
  func notClosed(closes: [CanonicalValue]) {
    let opened = entry(10, through: 9, action: "鍵を更新する", due: "2026-12-31")
    #expect(book([opened, entry(20, through: 19, closes: closes)]).open.map(\.entry) == [10])
  }

  @Test("what is no review, or a crooked one, is none")
  func none() {
    let crooked = [
      entry(10, through: 10), entry(10, through: 11), entry(10, through: -1),
      entry(10, through: 9, outcome: .refused), entry(10, through: 9, finding: nil),
      entry(10, through: 9, action: "する"), entry(10, through: 9, due: "2026-12-31"),
      entry(10, through: 9, action: "する", due: "いつか"),
      entry(10, through: 9, named: "audit-report"),
    ]
    for entry in crooked { #expect(book([entry]).reviews.isEmpty) }
  }

  @Test("is overdue from the day after the one named")
  func overdue() throws {
    let due = try #require(CalendarDate(parsing: "2026-12-31"))
    let book = book([entry(10, through: 9, action: "する", due: "2026-12-31")])
    let review = try #require(book.open.first)
    #expect(!review.isOverdue(on: due) && review.isOverdue(on: due.adding(days: 1)))
  }
}
