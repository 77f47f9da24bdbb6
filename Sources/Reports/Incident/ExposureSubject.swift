/// What of people was exposed: their numbers, for a purpose and a form.
struct ExposureSubject: Hashable, Sendable {
  let purpose: String?
  /// The form copy; nil for numbers that were stored, not read.
  let form: String?
  let recipient: String?
}

extension ExposureSubject: TableSubject {
  static let columns: [ReportColumn] = [.purpose, .form, .recipient]

  func cells(_ names: ReportNames) -> [ReportCell] {
    [names.purpose(purpose), names.form(form), names.recipient(recipient)]
  }
}
