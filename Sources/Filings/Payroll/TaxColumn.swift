import People

/// The column of the withholding tax table by which a person was paid (税額表区分).
public enum TaxColumn: String, Sendable, CaseIterable {
  /// 甲: the person filed a dependents' declaration with this employer.
  case main = "甲"
  /// 乙: another employer has the declaration.
  case secondary = "乙"
  /// 丙: paid by the day.
  case daily = "丙"

  init?(label: String) {
    let text = label.hasSuffix("欄") ? label.dropLast() : label[...]
    self.init(rawValue: String(text))
  }
}
