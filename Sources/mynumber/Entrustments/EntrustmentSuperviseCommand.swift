import ArgumentParser
import MyNumberKit

/// `entrustment supervise`: records that a contractor's handling was looked at.
struct EntrustmentSuperviseCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "supervise",
      Message("Record that a contractor was looked at.", "委託先の監督を記録する。"),
      Message(
        """
        Keeps the day and what was found (Article 11). Until --next, or the contract's interval, \
        nothing is overdue; while it is, nothing more is given to the contractor. What was found \
        stands in the log.
        """,
        """
        監督した日と結果を残す（番号法11条）。次の期限は --next、なければ契約の間隔による。期限を過ぎている間は、\
        その委託先に新たに渡すことはできない。結果はログに残る。
        """),
      example: """
        mynumber entrustment supervise yamada-sr --on 2026-10-01 \\
          --finding 実地確認、指摘なし --vault acme.vault --as 佐藤
        """)
  }

  @Argument(help: .both("The contractor's id or name.", "委託先のIDまたは名称。"))
  var name: String

  @Option(help: .both("The day.", "監督した日。", valueName: "date"))
  var on: CalendarDate

  @Option(
    help: .both(
      "What was found, in at most 200 characters without a number.", "結果。200文字以内、番号を含めない。",
      valueName: "text"))
  var finding: String

  @Option(help: .both("By when to look again.", "次の期限。", valueName: "date"))
  var next: CalendarDate?

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    try Entrustments(session).supervise(name, on: on, finding: finding, next: next)
    context.terminal.tell(.supervised)
  }
}
