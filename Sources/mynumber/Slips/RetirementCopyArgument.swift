import ArgumentParser

/// A copy of a retirement slip.
enum RetirementCopyArgument: String, CaseIterable, ExpressibleByArgument, Sendable {
  case taxOffice = "tax-office"
  case recipient
}
