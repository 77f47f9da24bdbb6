import ArgumentParser
import MyNumberKit

/// `audit export`: writes the log so that anyone can check it without the vault.
struct AuditExportCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "export",
      Message("Write the log for offline checking.", "記録を、保管庫なしで検証できる形で書き出す。"),
      Message(
        """
        One JSON object a line: the exact bytes of every entry and every signed checkpoint. It has \
        codes and reasons, no names and no numbers. 'mynumber audit verify' checks it. The log notes the \
        export, after the entries that the file holds.
        """,
        """
        1行に一つの JSON: 全ての記録の元のバイト列と署名つきチェックポイント。コードと理由はあるが、氏名と番号はない。\
        'mynumber audit verify' で検証する。書き出したことは、書き出した記録の後に\
        記録する。
        """),
      example: "mynumber audit export --out log.jsonl --vault acme.vault --as 監査")
  }

  @Option(help: .both("The file to make.", "書き出し先。", valueName: "file"))
  var out: String

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let file = try PrivateFile(creating: context.path(out))
    let session = try VaultAccess(context).signIn(options, for: .audit)
    let (count, bytes) = try LogExporting(session.vault).write(to: file)
    try session.note(.logExport(.init(path: out, bytes: bytes), entries: count))
    try file.finish()
    context.terminal.tell(.logExported(entries: count, to: out))
  }
}
