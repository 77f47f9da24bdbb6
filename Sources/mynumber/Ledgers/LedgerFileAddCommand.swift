import ArgumentParser
import MyNumberKit

/// `ledger file add`: registers a file with numbers outside the vault.
struct LedgerFileAddCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "add",
      Message("Register a file with numbers outside the vault.", "保管庫の外の特定個人情報ファイルを登録する。"),
      Message(
        """
        The guideline's items: kind and name, who answers for it and which department handles it, purposes, who has \
        access; and where and how it is kept. After --dispose-by 'audit self-check' \
        tells of it until 'ledger file close'. Name posts and departments, not people. Prints the entry's number, by \
        which the file is named. --replaces says anew what an earlier registration said.
        """,
        """
        ガイドラインの項目（種類・名称、責任者・取扱部署、利用目的、アクセス権を有する者）と、保管場所、保護の方法を登録する。--dispose-by を過ぎると、'ledger file close' まで 'audit self-check' に表れる。\
        個人名でなく役職・部署で書く。\
        表示した記録番号でファイルを指す。--replaces は、前の登録を書き直す。
        """),
      example: """
        mynumber ledger file add --kind paper --name 扶養控除等申告書2019-2025 \\
          --responsible 総務部長 --department 総務部 --purpose tax-declarations \\
          --access 総務部給与担当 --place 本社3階書庫 --protection 施錠キャビネット \\
          --vault acme.vault --as 佐藤
        """)
  }

  @Option(
    help: .both(
      "paper, software, copies (of identity documents), medium or other.",
      "paper 書類, software 給与等のソフト, copies 本人確認書類の写し, medium 電子媒体, other その他。", valueName: "kind"))
  var kind: HandledFile.Kind

  @Option(help: .both("Its name.", "名称。", valueName: "text"))
  var name: String

  @Option(help: .both("Who answers for it: a post.", "責任者（役職）。", valueName: "text"))
  var responsible: String

  @Option(help: .both("Which department handles it.", "取扱部署。", valueName: "text"))
  var department: String

  @Option(
    help: .both(
      "A purpose of use; may stand several times.", "利用目的。繰り返し指定できる。", valueName: "purpose"))
  var purpose: [String]

  @Option(
    help: .both("Who has access: posts or departments.", "アクセス権を有する者（役職・部署）。", valueName: "text"))
  var access: String

  @Option(help: .both("Where it is kept.", "保管場所。", valueName: "text"))
  var place: String

  @Option(
    help: .both(
      "How it is kept from theft and other eyes: a lock, a password.", "保護の方法（施錠、パスワード等）。",
      valueName: "text"))
  var protection: String?

  @Option(
    help: .both("The country, if it is kept abroad.", "外国で保管するときの国名。", valueName: "text"))
  var country: String?

  @Option(
    help: .both(
      "What was found out of that country's regime of data protection, and what is done for it.",
      "その国の個人情報の保護に関する制度等について把握したことと、講じた措置。", valueName: "text"))
  var regime: String?

  @Option(
    help: .both("The day by which it is to be destroyed.", "廃棄の予定日。", valueName: "date"))
  var disposeBy: CalendarDate?

  @Option(
    help: .both("The registration that this one replaces.", "書き直す登録の記録番号。", valueName: "entry"))
  var replaces: Int?

  @OptionGroup var options: SignInOptions

  func validate() throws {
    if purpose.isEmpty { throw ValidationError(.missing("--purpose")) }
    if regime != nil, country == nil {
      throw ValidationError(.goesWith("--regime", "--country"))
    }
  }

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let entry = try HandlingRegister(session).add(
      FileToRegister(
        kind: kind, name: name, responsible: responsible, department: department,
        purposes: purpose.map { PurposeID($0) }, access: access, place: place,
        protection: protection, country: country, regime: regime, disposeBy: disposeBy,
        replaces: replaces))
    try context.terminal.write("\(entry)\n")
    context.terminal.tell(.fileRegistered(entry))
  }
}
