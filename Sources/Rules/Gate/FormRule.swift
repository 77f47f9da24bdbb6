internal import People

/// What a decision asks about a form copy, ready for use and shared by all decisions.
final class FormRule: Sendable {
  let id: FormCopyID
  let purposes: [PurposeID]
  let carries: SubjectSet
  let recipient: Recipient
  let article: String
  let inForce: InForce
  private let carriedFrom: [(subjects: SubjectSet, day: CalendarDate)]
  /// For which slips the copy is filed; empty for a form that is of no income year.
  let filings: [FilingCopy]

  init(_ form: FormCopy, _ range: FilingRange) {
    id = form.id
    purposes = form.purposes
    carries = form.carries
    recipient = form.recipient
    article = form.article19Item.map { "番号法19条\($0)号" } ?? "番号法19条"
    inForce = form.inForce
    carriedFrom = form.carriedFrom.map { (SubjectSet($0.key), $0.value) }
    filings = range.rules(of: form.id)
  }

  /// Whose numbers it carries on a day.
  func carries(on date: CalendarDate) -> SubjectSet {
    carriedFrom.reduce(carries) { date < $1.day ? $0.subtracting($1.subjects) : $0 }
  }
}
