internal import People
internal import Rules

/// The fields of one row that speak of the verification of the number.
struct EvidenceFields: Equatable {
  /// 番号確認書類, as written.
  var numberDocument: String?
  /// 身元確認書類, as written, between semicolons.
  var identityDocuments: String?
  /// 確認方法.
  var method: VerificationMethod?
  /// 確認日.
  var verifiedOn: CalendarDate?
  /// What few files have: an agent, a consent, facts and days of documents, a home abroad.
  var rest = IdentityColumns()

  /// Notes that the employment was decided when documents were shown before it began.
  mutating func noteDecided(before hiredOn: CalendarDate) {
    guard let verifiedOn, verifiedOn < hiredOn, !rest.facts.contains(.employmentDecided) else {
      return
    }
    rest.facts.append(.employmentDecided)
  }

  /// What they say.
  var columns: IdentityColumns {
    var columns = rest
    columns.numberDocument = numberDocument
    columns.identityDocuments = ImportFields.parts(of: identityDocuments)
    columns.method = method
    columns.verifiedOn = verifiedOn
    return columns
  }
}
