public import ArgumentParser
public import MyNumberKit

extension SlipCopy: ExpressibleByArgument {
  /// Reads `tax-office`, `municipality` or `recipient`.
  public init?(argument: String) {
    switch argument {
    case "tax-office": self = .taxOffice
    case "municipality": self = .municipality
    case "recipient": self = .recipient
    default: return nil
    }
  }

  public static var allValueStrings: [String] { ["tax-office", "municipality", "recipient"] }
}
