import ArgumentParser
import MyNumberKit

/// `export dispose`: destroys a file that was made with numbers.
struct ExportDisposeCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "dispose",
      Message("Destroy a file that was made with numbers.", "番号を記載したファイルを廃棄する。"),
      Message(
        """
        Overwrites the file with zeros, removes its name and records it. Only the very file that was \
        made is destroyed: a link, another file or other bytes in its place stop it (76). A run that \
        was interrupted is finished by running it again.

        What it cannot reach: blocks that a flash drive or a journaling, copying or compressing file \
        system keeps beside the file, snapshots, backups, and every copy that was made of the file. \
        --gone records that the file was destroyed elsewhere, or taken away. Of what was handed over to \
        a contractor it destroys the file here; the contractor's copy stands until it is recorded as \
        returned (handover returned).
        """,
        """
        ファイルをゼロで上書きし、名前を消し、記録する。廃棄するのは作成したそのファイルだけで、リンク、別のファイル、バイト数の\
        違うものがあれば止まる（76）。中断したときは、もう一度実行すれば終わる。

        及ばないもの: フラッシュメモリー、ジャーナリング・コピーオンライト・圧縮のファイルシステムが別に残すブロック、\
        スナップショット、バックアップ、ファイルの写し。--gone は、ほかの方法で廃棄した、または持ち出されたことを記録する。\
        委託先に引き渡したものは手元のファイルだけを廃棄し、委託先の写しは返却を記録するまで残る（handover returned）。
        """),
      example: "mynumber export dispose slips/unified-2026.csv --vault acme.vault --as 田中")
  }

  @Argument(help: .both("The path or the id.", "パスまたはID。"))
  var file: String

  @Flag(
    help: .both(
      "Record that the file was destroyed elsewhere; nothing is overwritten.",
      "ほかの方法で廃棄したことを記録する。何も上書きしない。"))
  var gone = false

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let how = try ExportedFiles(session).dispose(ExportName.named(file, context), isGone: gone)
    context.terminal.tell(disposal: how)
  }
}
