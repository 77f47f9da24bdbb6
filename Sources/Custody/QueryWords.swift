internal import Auditing
internal import People
internal import Rules

/// The words of a query, searched for numbers: a refusal's entry keeps them for ever; and what
/// follows from them for the session while the log is the same.
final class QueryWords {
  /// What the session holds for the purpose asked for, or for each that the form serves.
  private let accesses: [PurposeAccess]
  private let logSize: Int
  private let form: FormCopyID
  private let purpose: PurposeID?
  private let reason: String

  /// - Throws: `.badInput` for a reason that is too long or holds a number, and for a form or a
  ///   purpose that is none and holds one.
  init(_ query: NumberQuery, of session: Session) throws(CustodyError) {
    let policy = session.vault.policy
    let known = policy.form(query.form)
    do throws(AuditingError) {
      _ = try FreeText(query.reason)
      if known == nil { _ = try FreeText(query.form.rawValue) }
      if let purpose = query.purpose, policy.purpose(purpose) == nil {
        _ = try FreeText(purpose.rawValue)
      }
    } catch {
      throw CustodyError(error)
    }
    form = query.form
    purpose = query.purpose
    reason = query.reason
    let purposes = query.purpose.map { [$0] } ?? known?.purposes ?? []
    accesses = purposes.map { PurposeAccess(through: session.key(for: $0), of: session) }
    logSize = session.vault.logSize
  }

  /// Whether a query has the same words, and the log is the same.
  func fit(_ query: NumberQuery, in vault: Vault) -> Bool {
    reason == query.reason && form == query.form && purpose == query.purpose
      && logSize == vault.logSize
  }

  /// The purpose asked for; else the form's first that is declared, for which the number is sealed
  /// and whose key is held; else the first declared one, else the form's first, so that the refusal
  /// names it.
  func access(for record: borrowing PersonRecord) -> PurposeAccess? {
    if purpose != nil { return accesses.first }
    var declared: PurposeAccess?
    for access in accesses where record.declares(access.purpose.rawValue) {
      if access.isHeld, !record.lacksSeal(for: access.purpose.rawValue) { return access }
      declared = declared ?? access
    }
    return declared ?? accesses.first
  }
}
