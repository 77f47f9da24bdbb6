import ArgumentParser
import MyNumberKit

/// A form of a report that has a page of its own.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  case text
  case json
  case csv
  case html

  /// The form, in the language of the command.
  var form: ReportForm {
    let kind: ReportForm.Kind =
      switch self {
      case .text: .text
      case .json: .json
      case .csv: .csv
      case .html: .html
      }
    return ReportForm(kind, ReportLanguage(CommandLanguage.current))
  }
}
