import ArgumentParser
import MyNumberKit

/// `entrustment end`: ends a contract before its time.
struct EntrustmentEndCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "end",
      Message("End a contract before its time.", "委託契約を期限前に終える。"),
      Message(
        """
        Destroys the contractor's keys and what was shared with it, revokes its users, and does the \
        same for the contractors below it. What was handed over as a file is the contractor's to \
        return: see 'mynumber entrustment returned'. A contract whose last day has passed ends by \
        itself (番号法20条, 11条). The end stands in the log.
        """,
        """
        委託先の鍵と共有したものを廃棄し、その利用者を取り消す。再委託先についても同じ。ファイルで引き渡したものは\
        委託先に返却・廃棄させる（'mynumber entrustment returned'）。最終日を過ぎた契約はひとりでに終わる\
        （番号法20条、11条）。終了はログに残る。
        """),
      example: "mynumber entrustment end yamada-sr --on 2026-11-20 --vault acme.vault --as 佐藤")
  }

  @Argument(help: .both("The contractor's id or name.", "委託先のIDまたは名称。"))
  var name: String

  @Option(help: .both("The last day.", "最終日。", valueName: "date"))
  var on: CalendarDate

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let destroyed = try Entrustments(session).end(name, on: on)
    context.terminal.tell(.entrustmentEnded(destroyed: destroyed))
  }
}
