import ArgumentParser
import MyNumberKit

/// `audit checkpoint`: writes the newest signed checkpoint.
struct AuditCheckpointCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "checkpoint",
      Message("Write the newest signed checkpoint.", "最新の署名つきチェックポイントを書き出す。"),
      Message(
        """
        Keep it where the vault's users cannot change it: from then on a log that lacks what it \
        has seen does not verify. It needs no passphrase and holds no name.
        """,
        """
        保管庫の利用者が変えられない所に置くこと。以後、そこまでの記録を欠くものは検証に通らない。パスフレーズは要らず、\
        氏名も含まない。
        """),
      example: "mynumber audit checkpoint --out 2026-03.checkpoint --vault acme.vault")
  }

  @Option(help: .both("The file to make.", "書き出し先。", valueName: "file"))
  var out: String

  @OptionGroup var place: VaultOptions

  func run(in context: CommandContext) throws {
    let file = try PrivateFile(creating: context.path(out))
    let checkpoint = try VaultAccess(context).open(place).signature.checkpoint
    let text = checkpoint.text
    try file.write(text.span)
    try file.finish()
    context.terminal.tell(.checkpointWritten(entries: checkpoint.checkpoint.size, to: out))
  }
}
