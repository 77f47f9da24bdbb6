import ArgumentParser
import MyNumberKit

/// `hold add`: begins a hold.
struct HoldAddCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "add",
      Message("Keep a person's numbers from being purged.", "ある人の番号の廃棄を保留する。"),
      Message("Prints the hold's id.", "保留の番号を表示する。"),
      example: """
        mynumber hold add 0801 --reason 訴訟 --until 2027-03-31 \\
          --vault acme.vault --as 佐藤
        """)
  }

  @Argument(help: .both("The person's code.", "対象者のコード。"))
  var code: PersonCode

  @Option(
    help: .both(
      "Why, in at most 200 characters without a number.", "理由。200文字以内、番号を含めない。",
      valueName: "text"))
  var reason: String

  @Option(help: .both("The last day of the hold.", "保留の最終日。", valueName: "date"))
  var until: CalendarDate?

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let id = try PersonEvents(session).hold(code, reason: reason, until: until)
    try context.terminal.write("\(id)\n")
  }
}
