public import Rules

/// A copy of the withholding slip.
public enum SlipCopy: Hashable, Sendable, CaseIterable {
  /// The tax record 375.
  case taxOffice
  /// The unified CSV 315.
  case municipality
  /// The employee's own copy (受給者交付用), on paper, on which no number stands.
  case recipient

  /// The copies that are filed, with numbers.
  public static let filed: [SlipCopy] = [.taxOffice, .municipality]

  public var form: FormCopyID {
    switch self {
    case .taxOffice: FormCopyID("withholding-slip-tax-office")
    case .municipality: FormCopyID("withholding-slip-municipality")
    case .recipient: FormCopyID("withholding-slip-recipient")
    }
  }

  /// What the first field of its record says; the own copy, which is no record, has the items of the
  /// payroll file's.
  func record(ofUnified isUnified: Bool) -> String {
    switch self {
    case .taxOffice: "375"
    case .municipality: "315"
    case .recipient: isUnified ? "315" : "375"
    }
  }
}
