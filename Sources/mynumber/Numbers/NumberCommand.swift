import ArgumentParser

/// `number`: one gated read.
struct NumberCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "number",
      Message("Read a number through the gate.", "番号を記録つきで読む。"),
      Message(
        "Every read and every refusal becomes an entry of the access log.",
        "読み取りも拒否も、全て取扱記録に残る。"),
      verbs: [NumberReadCommand.self])
  }
}
