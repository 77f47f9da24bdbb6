import ArgumentParser
import MyNumberKit

/// `handling returned`: records that what was carried out is back.
struct HandlingReturnedCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "returned",
      Message("Record that what was carried out is back.", "持ち出したものが戻ったことを記録する。"),
      Message(
        "What is lost is an incident: see 'incident open'.", "戻らず失われたときは漏えい等である（'incident open'）。"),
      example: "mynumber handling returned 58 --on 2026-11-27 --vault acme.vault --as 佐藤")
  }

  @Argument(help: .both("The entry that recorded the carrying out.", "持ち出しの記録番号。"))
  var entry: Int

  @Option(help: .both("The day.", "戻った日。", valueName: "date"))
  var on: CalendarDate

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    try HandlingRegister(session).comeBack(entry, on: on)
    context.terminal.tell(.cameBack(entry))
  }
}
