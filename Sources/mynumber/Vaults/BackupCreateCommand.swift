import ArgumentParser
import MyNumberKit

/// `backup create`: copies vault.sqlite, or apart from it keys.sqlite, as it was last committed.
struct BackupCreateCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "create",
      Message("Copy the records while the vault is in use.", "使用中でも記録の控えを取る。"),
      Message(
        """
        Checks the log first and copies vault.sqlite as it was last committed, with a signed manifest \
        beside it. keys.sqlite is not in it, so that it forgets with the vault: what is purged later \
        cannot be opened with the copy and that day's keys. The log notes the copy.

        --keys-only copies keys.sqlite instead. Such a copy does not forget: keep it apart from copies of \
        the records, and destroy it by its day with 'backup dispose'. It stands in the register \
        (backup list), and purges and their certificates name it, until it is destroyed.
        """,
        """
        先に記録を検証し、最後に確定した状態の vault.sqlite を写し、署名つきの目録（.manifest）を添える。keys.sqlite は含まない\
        ので、後で番号を廃棄すれば、この控えとその時の鍵では開けない。控えを取ったことは記録する。

        --keys-only は keys.sqlite だけを写す。鍵の控えは廃棄しても番号を開けるままなので、記録の控えとは別に保管し、期限までに \
        backup dispose で廃棄すること。廃棄するまで登録簿（backup list）に残り、番号の廃棄とその証明書にも示される。
        """),
      example: """
        mynumber backup create --out vault-2026-04-01.sqlite \\
          --vault acme.vault --as 佐藤
        """)
  }

  @Option(help: .both("The file to make.", "書き出し先。", valueName: "file"))
  var out: String

  @Flag(help: .both("Copy keys.sqlite instead.", "代わりに keys.sqlite を写す。"))
  var keysOnly = false

  @Option(
    help: .both(
      "With --keys-only: the day by which the copy is to be destroyed (default: in 90 days).",
      "--keys-only とともに: 控えを廃棄する期限（既定: 90日後）。", valueName: "date"))
  var disposeBy: CalendarDate?

  @OptionGroup var options: SignInOptions

  func validate() throws {
    guard keysOnly || disposeBy == nil else {
      throw ValidationError(.goesWith("--dispose-by", "--keys-only"))
    }
  }

  func run(in context: CommandContext) throws {
    let backup = Backup(try VaultAccess(context).signIn(options, for: .backup))
    let path = context.path(out)
    guard keysOnly else {
      let manifest = try backup.copyRecords(to: path)
      return context.terminal.tell(.backedUp(bytes: manifest.byteCount, to: out))
    }
    let copy = try backup.copyKeys(to: path, disposeBy: disposeBy)
    context.terminal.tell(.keysBackedUp(bytes: copy.bytes, to: out, by: copy.due))
    context.terminal.tell(.keysBackupWarning)
  }
}
