internal import People

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

  /// What they say; nil when every field is empty.
  var columns: EvidenceColumns? {
    let columns = EvidenceColumns(
      numberDocument: numberDocument, identityDocuments: ImportFields.parts(of: identityDocuments),
      method: method, verifiedOn: verifiedOn)
    return columns.isEmpty ? nil : columns
  }
}
