public import Auditing

/// For what a number was read: one line of the uses.
public struct UseSubject: Hashable, Sendable {
  /// The purpose of use.
  public let purpose: String?
  /// The form copy.
  public let form: String?
  /// To whom the form goes.
  public let recipient: String?
  /// The Article 19 item under which it leaves.
  public let article: String?
  /// `.allowed`, or `.failed` where the number then did not verify.
  public let outcome: Outcome
}

extension UseSubject: TableSubject {
  static let columns: [ReportColumn] = [
    .purpose, .form, .recipient, .article, .outcome,
  ]

  func cells(_ names: ReportNames) -> [ReportCell] {
    [
      names.purpose(purpose), names.form(form), names.recipient(recipient), .optional(article),
      outcome.cell,
    ]
  }
}
