import ArgumentParser

/// `retention`: until when numbers are kept.
struct RetentionCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "retention",
      Message("Show until when numbers are kept.", "番号をいつまで保存するかを示す。"),
      Message(
        "Each answer names the document that holds the number, its article and its basis.",
        "番号が載る書類、根拠条文、起算の根拠を示す。"),
      verbs: [RetentionReportCommand.self, RetentionExplainCommand.self])
  }
}
