import ArgumentParser
import MyNumberKit

/// `handling certified`: records that a contractor's certificate came.
struct HandlingCertifiedCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "certified",
      Message("Record that a contractor's certificate came.", "委託先の廃棄証明書を受け取ったことを記録する。"),
      Message(
        "For a destruction that was recorded with --contractor and without --certificate-on.",
        "--contractor を指定し --certificate-on を指定せずに記録した廃棄について記録する。"),
      example: "mynumber handling certified 58 --on 2026-11-27 --vault acme.vault --as 佐藤")
  }

  @Argument(help: .both("The entry that recorded the destruction.", "廃棄の記録番号。"))
  var entry: Int

  @Option(help: .both("The day of the certificate.", "証明書の日付。", valueName: "date"))
  var on: CalendarDate

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    try HandlingRegister(session).certify(entry, on: on)
    context.terminal.tell(.certified(entry))
  }
}
