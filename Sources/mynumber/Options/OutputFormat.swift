import ArgumentParser

/// A form of data on standard output.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  case text
  case json
  case csv
}
