import ArgumentParser
import MyNumberKit

/// `handover returned`: records that a file was returned or destroyed.
struct HandOverReturnedCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "returned",
      Message("Record that a file was returned or destroyed.", "ファイルの返却・廃棄を記録する。"),
      Message(
        """
        When the work is done, the contractor returns or destroys the file, and the employer makes \
        sure of it (番号法20条, 11条). Takes the id that 'mynumber handover list' shows, or enough of \
        its beginning. The day is written into the log; until then 'entrustment check' names a file \
        that is overdue.
        """,
        """
        用が済んだら、委託先はファイルを返却または廃棄し、委託者はそれを確認する（番号法20条、11条）。\
        'mynumber handover list' の示すID、またはその先頭部分を指定する。日付はログに残り、それまで期限を過ぎたものは \
        entrustment check に出る。
        """),
      example: "mynumber handover returned 5f3a --on 2027-03-20 --vault acme.vault --as 鈴木")
  }

  @Argument(help: .both("The id, or its beginning.", "ID、またはその先頭部分。"))
  var id: String

  @Option(help: .both("The day.", "返却・廃棄の日。", valueName: "date"))
  var on: CalendarDate

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    try HandOvers(session).returned(id, on: on)
    context.terminal.tell(.handOverReturned)
  }
}
