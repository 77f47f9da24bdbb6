internal import Auditing
internal import Rules

/// The words of a query, searched for numbers: a refusal's entry keeps them for ever.
struct QueryWords {
  /// The purposes that the form serves; empty for a form that the policy does not know.
  let formPurposes: [PurposeID]
  private let form: FormCopyID
  private let purpose: PurposeID?
  private let reason: String

  /// - Throws: `.badInput` for a reason that is too long or holds a number, and for a form or a
  ///   purpose that is none and holds one.
  init(_ query: NumberQuery, _ policy: Policy) throws(CustodyError) {
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
    formPurposes = known?.purposes ?? []
  }

  /// Whether a query has the same words.
  func fit(_ query: NumberQuery) -> Bool {
    reason == query.reason && form == query.form && purpose == query.purpose
  }
}
