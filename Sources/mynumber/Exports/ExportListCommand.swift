import ArgumentParser
import MyNumberKit

/// `export list`: the register.
struct ExportListCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "list",
      Message("List the files that were made.", "作成したファイルを一覧にする。"),
      Message(
        """
        Shows slips, notices and what was handed over, with what the authority said and what became \
        of each. Overdue is what stands after the day by which it had to go or come back; begun is \
        what an interrupted run may have left behind.
        """,
        """
        票、届書、引き渡したファイルを、受付番号とその後の状態とともに示す。overdue は期限を過ぎて残るもの、begun は中断した\
        作成が残した可能性のあるもの。
        """),
      example: "mynumber export list --outstanding --vault acme.vault --as 田中")
  }

  @Flag(help: .both("Only what still stands.", "残っているものだけ。"))
  var outstanding = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let records = try ExportedFiles(session).list().filter { $0.isOutstanding || !outstanding }
    var listing = ExportListing()
    for record in records {
      listing.add(record, user: session.vault.name(of: record.user), context.today)
    }
    try listing.listing.write(to: context, as: format.format)
    let overdue = records.filter { $0.isOverdue(on: context.today) }
    if !overdue.isEmpty { context.terminal.tell(.exportsOverdue(overdue.count)) }
  }
}
