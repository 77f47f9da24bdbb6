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

  /// Writes the report; a CSV is one table, so the counts by reason are told beside it.
  func write(
    to context: CommandContext, as format: OutputFormat, counting missing: MissingNumbers
  ) throws {
    try write(to: context, as: format)
    if format == .csv, !missing.lines.isEmpty { context.terminal.tell(.missing(missing)) }
  }
}

extension ReportLanguage {
  /// The report's language of the command's.
  init(_ language: CommandLanguage) { self = language == .japanese ? .japanese : .english }
}
