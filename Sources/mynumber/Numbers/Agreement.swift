import ArgumentParser

/// Whether a number agreed with its document.
enum Agreement: String, CaseIterable, ExpressibleByArgument, Sendable {
  case yes
  case no
}
