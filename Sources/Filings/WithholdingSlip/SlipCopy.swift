public import Rules

/// A copy of the withholding slip that is filed, with numbers.
public enum SlipCopy: Hashable, Sendable, CaseIterable {
  /// The tax record 375.
  case taxOffice
  /// The unified CSV 315.
  case municipality

  public var form: FormCopyID {
    switch self {
    case .taxOffice: FormCopyID("withholding-slip-tax-office")
    case .municipality: FormCopyID("withholding-slip-municipality")
    }
  }

  /// What the first field of its record says.
  var record: String {
    switch self {
    case .taxOffice: "375"
    case .municipality: "315"
    }
  }
}
