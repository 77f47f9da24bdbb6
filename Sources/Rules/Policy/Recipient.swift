/// To whom a form copy goes: the closed list of those the law lets an employer hand forms to.
///
/// The labour standards office is not here: for workers' accident insurance (労災保険) an employer
/// does no number-related affairs, so such a form cannot be written down.
public enum Recipient: String, CaseIterable, Hashable, Sendable {
  case taxOffice = "tax-office"
  case municipality
  /// The pension office (年金事務所, 事務センター) or the health insurance society (健康保険組合).
  case pensionOffice = "pension-office"
  /// Hello Work (公共職業安定所).
  case helloWork = "hello-work"
  /// The institution that holds a workers' property accumulation contract (財形).
  case financialInstitution = "financial-institution"
  /// The employer itself: declarations it receives and keeps.
  case employer
  /// The person the form is about: the employee's or the payee's own copy. Carries no number.
  case person

  /// The item of Article 19 of the My Number Act under which the number moves; nil when none does.
  public var article19Item: Int? {
    switch self {
    case .taxOffice, .municipality, .pensionOffice, .helloWork, .financialInstitution: 2
    case .employer: 3
    case .person: nil
    }
  }
}
