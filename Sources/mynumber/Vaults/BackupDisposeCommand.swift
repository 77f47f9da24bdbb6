import ArgumentParser
import MyNumberKit

/// `backup dispose`: destroys a copy.
struct BackupDisposeCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "dispose",
      Message("Destroy a copy that was made.", "取った控えを廃棄する。"),
      Message(
        """
        Overwrites the copy with zeros, removes its name and records it, as 'export dispose' does: \
        only the very file that was made, and never another in its place (76). --gone records that a \
        copy which was moved to another medium was destroyed there.
        """,
        """
        export dispose と同じく、控えをゼロで上書きし、名前を消し、記録する。廃棄するのは作成したそのファイルだけで、ほかのものが\
        あれば止まる（76）。--gone は、別の媒体に移した控えをそこで廃棄したことを記録する。
        """),
      example: "mynumber backup dispose keys-2026-04-01.sqlite --vault acme.vault --as 佐藤")
  }

  @Argument(help: .both("The path or the id.", "パスまたはID。"))
  var file: String

  @Flag(
    help: .both(
      "Record that the copy was destroyed elsewhere; nothing is overwritten.",
      "控えをほかで廃棄したことを記録する。何も上書きしない。"))
  var gone = false

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let how = try BackupRegister(session).dispose(ExportName.named(file, context), isGone: gone)
    context.terminal.tell(disposal: how)
  }
}
