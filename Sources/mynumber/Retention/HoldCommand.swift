import ArgumentParser

/// `hold`: keeps a number past its disposal.
struct HoldCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "hold",
      Message("Keep a number past its disposal for a reason.", "理由を示して番号の廃棄を保留する。"),
      Message(
        "For a dispute in court or an inspection; the reports show each hold.",
        "訴訟や検査のため。報告書に全ての保留が載る。"),
      verbs: [HoldAddCommand.self, HoldRemoveCommand.self])
  }
}
