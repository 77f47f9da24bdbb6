import Testing

/// A read that the gate refuses, and the rule it names.
struct RefusalCase: Sendable, CustomTestStringConvertible {
  let user: String
  let code: String
  let form: String
  var purpose: String?
  var year: Int? = 2025
  let rule: String

  var testDescription: String { "\(user) reads \(code) for \(form): \(rule)" }

  static let all: [RefusalCase] = [
    .init(
      user: "hanako", code: "0003", form: "withholding-slip-municipality",
      rule: "role-forbids-purpose"),
    .init(
      user: "hanako", code: "0003", form: "withholding-slip-municipality",
      purpose: "tax-withholding", rule: "role-forbids-purpose"),
    .init(
      user: "hanako", code: "0003", form: "withholding-slip-municipality",
      purpose: "health-pension", rule: "form-not-of-purpose"),
    .init(
      user: "hanako", code: "0003", form: "withholding-slip-recipient",
      rule: "role-forbids-purpose"),
    .init(
      user: "hanako", code: "0003", form: "withholding-slip-recipient", purpose: "health-pension",
      rule: "form-not-of-purpose"),
    .init(
      user: "keiko", code: "0003", form: "employment-insurance-acquisition",
      rule: "role-forbids-purpose"),
    .init(
      user: "keiko", code: "0003", form: "withholding-slip-recipient",
      rule: "form-carries-nobody"),
    .init(
      user: "keiko", code: "0003", form: "withholding-slip-municipality",
      purpose: "employment-insurance", rule: "role-forbids-purpose"),
    .init(
      user: "keiko", code: "0003", form: "withholding-slip-municipality", purpose: "evaluation",
      rule: "purpose-unknown"),
    .init(user: "keiko", code: "0003", form: "wage-ledger", rule: "form-unknown"),
    .init(
      user: "audrey", code: "0003", form: "withholding-slip-municipality", rule: "role-forbids"),
    .init(
      user: "audrey", code: "0003", form: "health-pension-acquisition", rule: "role-forbids"),
    .init(
      user: "audrey", code: "0003", form: "withholding-slip-recipient", rule: "role-forbids"),
    .init(
      user: "admin", code: "0003", form: "withholding-slip-municipality", rule: "role-forbids"),
    .init(
      user: "admin", code: "0003", form: "withholding-slip-recipient", rule: "role-forbids"),
    .init(
      user: "hanako", code: "0006", form: "health-pension-acquisition", rule: "not-declared"),
    .init(
      user: "keiko", code: "P001", form: "nonresident-payment-record",
      purpose: "tax-withholding", rule: "not-declared"),
    .init(
      user: "keiko", code: "0003", form: "property-accumulation-declaration",
      rule: "not-declared"),
    .init(
      user: "keiko", code: "0003", form: "withholding-slip-municipality", year: nil,
      rule: "year-missing"),
    .init(
      user: "keiko", code: "0003", form: "withholding-slip-municipality", year: 2027,
      rule: "copy-not-filed"),
    .init(
      user: "keiko", code: "0003", form: "withholding-slip-tax-office", year: 2026,
      rule: "copy-not-filed"),
    .init(
      user: "keiko", code: "0004-3", form: "withholding-slip-tax-office",
      rule: "form-not-for-subject"),
    .init(
      user: "keiko", code: "0009-1", form: "withholding-slip-municipality",
      rule: "form-not-for-subject"),
    .init(user: "keiko", code: "0019", form: "withholding-slip-municipality", rule: "no-number"),
    .init(
      user: "keiko", code: "0801", form: "withholding-slip-municipality", rule: "past-disposal"),
    .init(
      user: "hanako", code: "0001", form: "employment-insurance-acquisition",
      rule: "form-not-for-subject"),
  ]
}
