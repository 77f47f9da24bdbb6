public import ArgumentParser
public import MyNumberKit

extension SlipCopy: ExpressibleByArgument {
  /// Reads `tax-office` or `municipality`.
  public init?(argument: String) {
    switch argument {
    case "tax-office": self = .taxOffice
    case "municipality": self = .municipality
    default: return nil
    }
  }

  public static var allValueStrings: [String] { ["tax-office", "municipality"] }
}
