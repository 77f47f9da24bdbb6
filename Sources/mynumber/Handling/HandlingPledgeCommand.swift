import ArgumentParser
import MyNumberKit

/// `handling pledge`: records that a user pledged secrecy.
struct HandlingPledgeCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "pledge",
      Message("Record that a user pledged secrecy.", "利用者の秘密保持の誓約を記録する。"),
      Message(
        "The signed paper (誓約書) itself is kept by the employer.", "誓約書そのものは事業者が保管する。"),
      example: "mynumber handling pledge 鈴木 --on 2026-04-01 --vault acme.vault --as 佐藤")
  }

  @Argument(help: .both("The user.", "利用者。"))
  var user: String

  @Option(help: .both("The day.", "誓約の日。", valueName: "date"))
  var on: CalendarDate

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    try HandlingRegister(session).pledge(user, on: on)
    context.terminal.tell(.staffRecorded(user))
  }
}
