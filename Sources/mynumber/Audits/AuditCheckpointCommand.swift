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
        has seen does not verify. It holds no name. The log notes who wrote it.
        """,
        """
        保管庫の利用者が変えられない所に置くこと。以後、そこまでの記録を欠くものは検証に通らない。氏名は含まない。\
        書き出したことは記録する。
        """),
      example: "mynumber audit checkpoint --out 2026-03.checkpoint --vault acme.vault --as 監査")
  }

  @Option(help: .both("The file to make.", "書き出し先。", valueName: "file"))
  var out: String

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let file = try PrivateFile(creating: context.path(out))
    let session = try VaultAccess(context).signIn(options, for: .audit)
    let checkpoint = session.vault.signature.checkpoint
    let (text, size) = (checkpoint.text, checkpoint.checkpoint.size)
    try file.write(text.span)
    try session.note(.checkpoint(.init(path: out, bytes: text.count), entries: size))
    try file.finish()
    context.terminal.tell(.checkpointWritten(entries: size, to: out))
  }
}
