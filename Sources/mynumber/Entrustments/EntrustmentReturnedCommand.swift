import ArgumentParser
import MyNumberKit

/// `entrustment returned`: records that everything came back or was destroyed.
struct EntrustmentReturnedCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "returned",
      Message("Record that a contractor returned or destroyed all.", "委託先の返却・廃棄を記録する。"),
      Message(
        """
        After the end a contractor returns or destroys what it had, and the employer makes sure of \
        it (Articles 20 and 11; a certificate of destruction is how that is usually shown). It \
        is written into the log; until then 'entrustment check' names it.
        """,
        """
        契約が終わったら、委託先は持っていたものを返却または廃棄し、委託者はそれを確認する（番号法20条、11条。通常は\
        廃棄証明書による）。ログに残し、それまでは entrustment check に出る。
        """),
      example: """
        mynumber entrustment returned yamada-sr --on 2026-11-22 --certificate-of-destruction \\
          --vault acme.vault --as 佐藤
        """)
  }

  @Argument(help: .both("The contractor's id or name.", "委託先のIDまたは名称。"))
  var name: String

  @Option(help: .both("The day.", "返却・廃棄の日。", valueName: "date"))
  var on: CalendarDate

  @Flag(help: .both("A certificate of destruction was received.", "廃棄証明書を受け取った。"))
  var certificateOfDestruction = false

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    try Entrustments(session).returned(
      name, on: on, hasCertificate: certificateOfDestruction)
    context.terminal.tell(.entrustmentReturned)
  }
}
