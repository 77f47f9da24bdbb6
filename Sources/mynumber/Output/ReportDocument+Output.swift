import MyNumberKit

extension ReportDocument {
  /// Writes the report to standard output.
  func write(to context: CommandContext, as format: OutputFormat) throws {
    switch format {
    case .text: try context.terminal.write(text(ReportLanguage(CommandLanguage.current)))
    case .json: try context.terminal.write(json())
    case .csv: try context.terminal.write(csv())
    }
  }
}

extension ReportLanguage {
  /// The report's language of the command's.
  init(_ language: CommandLanguage) { self = language == .japanese ? .japanese : .english }
}
