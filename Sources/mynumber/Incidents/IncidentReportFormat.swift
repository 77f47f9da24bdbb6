import ArgumentParser

/// A form of a draft.
enum IncidentReportFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  case text
  case json
}
