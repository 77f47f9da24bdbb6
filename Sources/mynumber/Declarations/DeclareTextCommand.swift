import ArgumentParser
import MyNumberKit

/// `declare text`: the text by which a person was told.
struct DeclareTextCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "text",
      Message("Print the text by which a person was told.", "本人に示した文面を表示する。"),
      Message(
        """
        The text that was kept, byte for byte, after it was held against the digest in the \
        person's record: the newest one, or the one of --digest.
        """,
        """
        保管した文面を、本人の記録にあるダイジェストと照合してから、そのまま表示する。既定は最新のもの。\
        --digest で選べる。
        """),
      example: "mynumber declare text 0012 --vault acme.vault --as 鈴木 > notice.html")
  }

  @Argument(help: .both("The person's code.", "対象者のコード。"))
  var code: PersonCode

  @Option(
    help: .both(
      "The text whose digest begins so (declare show).",
      "ダイジェストがこれで始まる文面（declare show）。", valueName: "hex"))
  var digest: String?

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signInToSee(options)
    let kept = try session.vault.declarations(of: code).last { declaration in
      guard let text = declaration.noticeDigest.map(Hex.encode) else { return false }
      return text.hasPrefix(digest?.lowercased() ?? "")
    }
    guard let kept, let bytes = try KeptNotices(session.vault).text(of: kept) else {
      throw Failure(ExitStatus.noInput, .noKeptText(code))
    }
    try context.terminal.write(bytes)
  }
}
