import ArgumentParser
import MyNumberKit

/// `ledger file close`: records that the whole of a registered file was destroyed.
struct LedgerFileCloseCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "close",
      Message("Record that a registered file was destroyed.", "登録したファイルの廃棄を記録する。"),
      Message(
        """
        The whole file: when, how, by whom and, where a contractor did it, of which day the certificate is (guideline, \
        annex 1, C-b and E-d). Of a part, say 'handling record destroy --file'.
        """,
        """
        ファイル全体を、いつ、どのような方法で、誰が廃棄したか。委託先が廃棄したときは証明書の日付も記録する（ガイドライン別添1 C-b、E-d）。\
        一部の廃棄は 'handling record destroy --file' で記録する。
        """),
      example: """
        mynumber ledger file close 57 --on 2026-11-20 --means dissolved --by 総務部 \\
          --contractor 機密処理株式会社 --certificate-on 2026-11-22 --vault acme.vault --as 佐藤
        """)
  }

  @Argument(help: .both("The entry that registered it.", "登録の記録番号。"))
  var entry: Int

  @Option(help: .both("The day.", "廃棄の日。", valueName: "date"))
  var on: CalendarDate

  @Option(
    help: .both(
      "shredded, incinerated, dissolved, masked, erased or broken.",
      "shredded 細断, incinerated 焼却, dissolved 溶解, masked マスキング, erased データ消去, broken 物理的破壊。",
      valueName: "means"))
  var means: HandlingDestruction.Means

  @Option(help: .both("Who did it: a department or a post.", "廃棄した部署・役職。", valueName: "text"))
  var by: String

  @OptionGroup var destroyer: DestroyerOptions

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let index = try HandlingRegister(session).record(
      DestructionToRecord(
        on: on, means: means, by: by, file: entry, contractor: destroyer.contractor,
        certificateOn: destroyer.certificateOn))
    try context.terminal.write("\(index)\n")
    context.terminal.tell(.fileClosed(entry))
  }
}
