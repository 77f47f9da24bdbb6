import ArgumentParser
import MyNumberKit

/// `number checked`: somebody held a number against its document.
struct NumberCheckedCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "checked",
      Message(
        "Record that somebody checked a number against its document.", "番号を書類と突き合わせたことを記録する。"),
      Message(
        """
        Where the policy asks for it (collection.yaml, second_entry: human-check; ガイドライン別添1 B), \
        a collected number is used only after this was recorded: for firms too small for a second \
        entry. Says who looked, when, and whether the number agreed. With --agreed no it is unusable \
        until it is corrected with person import --replace correction. No number is opened.
        """,
        """
        規程が求めるとき（collection.yaml の second_entry: human-check、ガイドライン別添1 B）、収集した番号はこの記録の\
        後にだけ使える。二度目の入力をするには小さい事業者のための方法である。誰がいつ見て、一致したかどうかを記録する。\
        --agreed no のときは、person import --replace correction で訂正するまで使えない。番号は開かない。
        """),
      example: """
        mynumber number checked 0012 --by 山田花子 --on 2026-11-20 --agreed yes \\
          --vault acme.vault --as 鈴木
        """)
  }

  @Argument(help: .both("The person's code, such as 0012 or 0012-2.", "対象者のコード（0012, 0012-2 など）。"))
  var code: PersonCode

  @Option(help: .both("Who looked.", "突き合わせた人。", valueName: "name"))
  var by: String

  @Option(help: .both("On which day.", "突き合わせた日。", valueName: "date"))
  var on: CalendarDate

  @Option(help: .both("Whether the number agreed: yes or no.", "一致したか: はい（yes）または いいえ（no）。"))
  var agreed: Agreement

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    try NumberCheck(try VaultAccess(context).signIn(options))
      .record(code, by: by, on: on, agrees: agreed == .yes)
    context.terminal.tell(agreed == .yes ? .numberAgreed : .numberDisagreed)
  }
}
