import ArgumentParser

/// `employer`: what filings need to know of the employer.
struct EmployerCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "employer",
      Message("Keep what filings say of the employer.", "届出に記載する事業者の情報を保管する。"),
      Message(
        "Filing name and address, tax office, reference numbers, offices, designation numbers.",
        "届出用の名称と住所、税務署、整理番号、事業所、指定番号。"),
      verbs: [EmployerSetCommand.self, EmployerShowCommand.self])
  }
}
