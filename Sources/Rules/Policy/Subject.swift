/// Whose number a form copy may carry.
///
/// A subject is read from a person's kind, relationship and standing, never from a name or a date
/// of birth.
public enum Subject: String, CaseIterable, Hashable, Sendable {
  /// An employee (従業員).
  case employee
  /// An officer (役員).
  case officer
  /// The sole proprietor who is the payer (事業主).
  case proprietor
  /// A payee of fees, rent or dividends (支払先), an heir or a non-resident among them.
  case payee
  /// The spouse on a tax declaration (源泉控除対象配偶者, 控除対象配偶者 and the like).
  case taxSpouse = "tax-spouse"
  /// A relative on a tax declaration.
  case taxDependent = "tax-dependent"
  /// A relative under 16: on the municipality's report only.
  case taxDependentUnder16 = "tax-dependent-under-16"
  /// A dependent of health insurance (被扶養者).
  case healthDependent = "health-dependent"
  /// A spouse insured as category 3 of the national pension (第3号被保険者).
  case category3Spouse = "category3-spouse"
  /// A family member cared for (介護休業の対象家族).
  case careFamily = "care-family"
  /// Who receives a dead employee's retirement pay (相続人).
  case heir
}
