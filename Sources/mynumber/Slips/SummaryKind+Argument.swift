public import ArgumentParser
public import MyNumberKit

extension SummaryKind: ExpressibleByArgument {
  /// Reads `municipality` or `tax-office`.
  public init?(argument: String) {
    switch argument {
    case "municipality": self = .municipality
    case "tax-office": self = .taxOffice
    default: return nil
    }
  }

  public static var allValueStrings: [String] { ["municipality", "tax-office"] }
}
