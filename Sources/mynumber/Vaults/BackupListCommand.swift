import ArgumentParser
import MyNumberKit

/// `backup list`: the register of copies.
struct BackupListCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "list",
      Message("List the copies that were made.", "取った控えを一覧にする。"),
      Message(
        """
        Shows copies of the records and of the keys as the log has them. With a copy of the keys made \
        before a purge, a copy of the records of that time and its users' passphrases, what was purged \
        can still be opened: destroy it by its day.
        """,
        """
        記録と鍵の控えを、ログにあるとおりに示す。番号の廃棄より前に取った鍵の控えと、その頃の記録の控え、利用者のパスフレーズが\
        揃えば、廃棄した番号を開ける。鍵の控えは期限までに廃棄すること。
        """),
      example: "mynumber backup list --outstanding --vault acme.vault --as 佐藤")
  }

  @Flag(help: .both("Only what still stands.", "残っているものだけ。"))
  var outstanding = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let copies = try BackupRegister(session).list().filter { $0.isOutstanding || !outstanding }
    var listing = BackupListing()
    for copy in copies { listing.add(copy, user: session.vault.name(of: copy.user), context.today) }
    try listing.listing.write(to: context, as: format.format)
    let overdue = copies.filter { $0.isOverdue(on: context.today) }
    if !overdue.isEmpty { context.terminal.tell(.backupsOverdue(overdue.count)) }
  }
}
