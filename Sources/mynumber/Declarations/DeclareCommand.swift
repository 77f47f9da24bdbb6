import ArgumentParser

/// `declare`: which purposes people were told of.
struct DeclareCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "declare",
      abstract: Message(
        "Record which purposes people were told of.", "通知・明示した利用目的を記録する。"
      ).text,
      discussion: discussion.text,
      subcommands: [DeclareRecordCommand.self, DeclareShowCommand.self, DeclareTextCommand.self],
      defaultSubcommand: DeclareRecordCommand.self)
  }

  private static var discussion: Message {
    Message(
      """
      A number serves the purposes told to the person and no others. The everyday path: 'notice \
      purpose' makes the notice, it is handed out, 'declare' records it, and then numbers are \
      collected. 'declare CODE…' is short for 'declare record CODE…'. There is no option for \
      consent: it allows nothing (番号法30条2項).

      Example:
      mynumber declare 0012 0013 --bundle --method 書面 \\
        --notice notices/purpose-notice-employee.html --vault acme.vault --as 鈴木
      """,
      """
      番号は、本人に通知・明示した利用目的のためにだけ使える。日々の流れ: notice purpose で通知書を作り、配布し、\
      declare で記録し、それから番号を集める。「declare コード…」は「declare record コード…」の略。同意のための\
      指定はない。同意があっても利用できる範囲は広がらない（番号法30条2項）。

      例:
      mynumber declare 0012 0013 --bundle --method 書面 \\
        --notice notices/purpose-notice-employee.html --vault acme.vault --as 鈴木
      """)
  }
}
