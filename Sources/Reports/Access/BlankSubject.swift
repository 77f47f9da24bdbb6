internal import People

/// Numbers left blank on a form that was filed, by reason.
public struct BlankSubject: Hashable, Sendable {
  /// The reason, as the entry's rule says it.
  public let reason: String?
  /// The purpose of use.
  public let purpose: String?
  /// The form copy.
  public let form: String?
}

extension BlankSubject: TableSubject {
  static let columns: [ReportColumn] = [
    ReportColumn("reason", "理由", "Reason"), .purpose, .form,
  ]

  func cells(_ names: ReportNames) -> [ReportCell] {
    let word = reason.flatMap { NoNumberReason(label: $0) }
    return [
      word.map { .word($0) } ?? .optional(reason), names.purpose(purpose), names.form(form),
    ]
  }
}
