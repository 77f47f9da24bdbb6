import ArgumentParser
import MyNumberKit

/// `declare show`: what a person was told.
struct DeclareShowCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "show",
      Message("Show what a person was told.", "本人に通知した内容を示す。"),
      Message(
        """
        Each declaration, oldest first: the day, the way, the purposes, who recorded it, and the \
        digest of the text that was kept ('declare text' prints it). For auditors too: there is \
        no name in it (個人情報保護法21条).
        """,
        """
        通知を古い順に示す。日、方法、利用目的、記録した利用者、保管した文面のダイジェスト（文面は declare text で\
        表示する）。氏名は含まないので監査の役割でも見られる（個人情報保護法21条）。
        """),
      example: "mynumber declare show 0012 --vault acme.vault --as 鈴木")
  }

  @Argument(help: .both("The person's code.", "対象者のコード。"))
  var code: PersonCode

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signInToSee(options)
    let names = Names(session.vault.policy)
    var listing = Listing([
      .init("date", "Told on", "通知日"), .init("method", "By", "方法", isWord: true),
      .init("purposes", "Purposes", "利用目的"), .init("by", "Recorded by", "記録者"),
      .init("notice", "Text kept", "保管した文面"),
    ])
    for declaration in try session.vault.declarations(of: code) {
      func row(_ purposes: String) -> [String] {
        [
          declaration.date.isoText, declaration.method, purposes,
          session.vault.authority.users[declaration.by]?.name ?? declaration.by,
          declaration.noticeDigest.map(Hex.encode) ?? "",
        ]
      }
      listing.add(
        row(declaration.purposes.joined(separator: "; ")),
        saying: row(names.text(declaration.purposes)))
    }
    try listing.write(to: context, as: format.format)
  }
}
