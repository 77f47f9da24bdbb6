import ArgumentParser

/// `number`: one gated read; a number entered again, or checked.
struct NumberCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "number",
      Message(
        "Read a number through the gate, or confirm one.", "番号を記録つきで読み、または確認する。"),
      Message(
        "Every read and every refusal becomes an entry of the access log.",
        "読み取りも拒否も、全て取扱記録に残る。"),
      verbs: [NumberReadCommand.self, NumberConfirmCommand.self, NumberCheckedCommand.self])
  }
}
