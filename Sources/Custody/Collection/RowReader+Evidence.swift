internal import People
internal import Rules
internal import Wording

/// The columns of a verification that few files have.
extension RowReader {
  /// An agent, a consent, facts and days of documents, and a home abroad.
  func rest(_ fields: inout ImportFields, livesAbroad: Bool) -> IdentityColumns {
    for column in [
      ImportColumn.identityDocuments, .powerDocuments, .facts, .documentExpiry, .documentIssue,
    ] { checkCount(&fields, column) }
    var columns = IdentityColumns()
    columns.livesAbroad = livesAbroad
    columns.provider = provider(&fields)
    columns.powerDocuments = fields.list(.powerDocuments)
    columns.consentOn = fields.date(.consentOn)
    if columns.consentOn != nil, columns.provider != .formerEmployer {
      fields.note(
        .consentOn, "consent moves a number from a former employer only (番号法19条4号)")
    }
    columns.facts = facts(&fields)
    columns.days = days(&fields, .documentExpiry, .expiry) + days(&fields, .documentIssue, .issue)
    return columns
  }

  /// As many as a case may have; so many parts have this many bytes at least.
  private func checkCount(_ fields: inout ImportFields, _ column: ImportColumn) {
    let limit = IdentityCase.documentLimit
    guard let text = fields.text(column), text.utf8.count > 2 * limit,
      fields.list(column).count > limit
    else { return }
    fields.note(column, "more than \(limit) are named")
  }

  private func provider(_ fields: inout ImportFields) -> IdentityProvider? {
    guard let text = fields.text(.provider) else { return nil }
    if let provider = IdentityProvider(label: text) { return provider }
    let known = IdentityProvider.allCases.map(\.japanese).joined(separator: ", ")
    fields.note(.provider, "unknown; one of \(known)")
    return nil
  }

  private func facts(_ fields: inout ImportFields) -> [IdentityFact] {
    var facts: [IdentityFact] = []
    for name in fields.list(.facts) {
      if let fact = policy.identity.fact(named: name) {
        facts.append(fact)
      } else {
        let known = IdentityFact.allCases.map(\.rawValue).joined(separator: ", ")
        fields.note(.facts, "unknown; one of \(known)")
      }
    }
    return facts
  }

  private func days(
    _ fields: inout ImportFields, _ column: ImportColumn, _ kind: DocumentDay.Kind
  ) -> [DocumentDay] {
    var days: [DocumentDay] = []
    for text in fields.list(column) {
      if let day = DocumentDay(kind, parsing: text) {
        days.append(day)
      } else {
        fields.note(column, "not a date, nor DOCUMENT=DATE (運転免許証=2029-05-14)")
      }
    }
    return days
  }
}
