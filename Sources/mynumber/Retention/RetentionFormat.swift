import ArgumentParser

/// A form of the retention report.
enum RetentionFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  case text
  case json
  case csv
  case html
}
