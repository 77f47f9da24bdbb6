internal import JSON
public import People

/// A document that held a destroyed number, as a certificate of disposal names it.
public struct DisposalDocument: Hashable, Sendable {
  /// The id of the document's rule.
  public let id: String
  /// Its Japanese name.
  public let name: String
  /// The articles its period rests on.
  public let articles: [String]
  /// The last day it was kept; nil for one that never held the number for a time.
  public let lastDay: CalendarDate?
  /// How the start of the period was known: `recorded`, `derived` or `presumed`.
  public let basis: String?
  /// Whether the period was the employer's choice.
  public let isEmployersChoice: Bool

  init(_ value: CanonicalValue) throws(AuditingError) {
    var members = try MemberReader(value)
    id = try members.string("document")
    name = try members.string("name")
    articles = try members.strings("articles")
    let day = try members.nullableString("last_day")
    lastDay = day.flatMap { CalendarDate(parsing: $0) }
    guard lastDay?.isoText == day else { throw members.malformed("last_day") }
    basis = try members.nullableString("basis")
    isEmployersChoice = try members.bool("employers_choice")
    try members.end()
  }
}
