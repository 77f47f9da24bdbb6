internal import People
internal import Rules

/// What one row says of the verification of the number, and about whom.
struct EvidenceColumns: Equatable {
  /// 番号確認書類, as written.
  var numberDocument: String?
  /// 身元確認書類, as written, between semicolons.
  var identityDocuments: String?
  /// 確認方法.
  var method: VerificationMethod?
  /// 確認日.
  var verifiedOn: CalendarDate?

  /// The record that is sealed; nil when every column is empty.
  func record(by user: String) -> EvidenceRecord? {
    let documents = ImportFields.parts(of: identityDocuments)
    let isEmpty =
      numberDocument == nil && documents.isEmpty && method == nil && verifiedOn == nil
    if isEmpty { return nil }
    return EvidenceRecord(
      numberDocument: numberDocument, identityDocuments: documents, method: method,
      verifiedOn: verifiedOn, recordedBy: user)
  }
}
