import ArgumentParser
import MyNumberKit

/// `handover create`: makes a sealed file of numbers for a contractor.
struct HandOverCreateCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "create",
      Message("Make a sealed file of numbers for a contractor.", "委託先に渡す封印ファイルを作る。"),
      Message(
        """
        Each number passes the gate for the purpose and the form copy, and the log says to whom it \
        goes (Article 19 item 6). The file holds code, name and number; it is sealed to the public \
        key of the contract, or with --handover-passphrase-file under a passphrase, which you give \
        apart. Without --people everybody to whom the purpose was declared and whom the form \
        carries. If one is refused, all are listed and nothing is opened.
        """,
        """
        番号は利用目的と書類ごとに一つずつゲートを通り、提供先が記録される（番号法19条6号）。ファイルはコード・氏名・番号を\
        持ち、契約にある公開鍵、または --handover-passphrase-file のパスフレーズ（別に伝える）で封印する。--people が\
        なければ、その利用目的を通知し、書類に記載する全員。一人でも拒否されれば一覧を出し、何も開かない。
        """),
      example: """
        mynumber handover create --to yamada-sr --purpose health-pension \\
          --form health-pension-acquisition --reason 資格取得届の作成 --people 0001,0002 \\
          --return-by 2027-03-31 --out yamada.handover --vault acme.vault --as 鈴木
        """)
  }

  @Option(help: .both("The contractor's id or name.", "委託先のIDまたは名称。", valueName: "contractor"))
  var to: String

  @Option(help: .both("The purpose of use.", "利用目的。", valueName: "purpose"))
  var purpose: String

  @Option(help: .both("The form copy the contractor fills.", "委託先が作成する書類。", valueName: "form"))
  var form: String

  @Option(
    help: .both(
      "The income year, for a form of one.", "年分。年分のある書類では必ず指定する。", valueName: "year"))
  var year: Int?

  @Option(
    help: .both(
      "Why, in at most 200 characters without a number.", "理由。200文字以内、番号を含めない。",
      valueName: "text"))
  var reason: String

  @Option(
    help: .both(
      "By when the file has to be returned or destroyed.", "返却・廃棄の期限。", valueName: "date"))
  var returnBy: CalendarDate

  @Option(help: .both("csv or json.", "csv または json。", valueName: "content"))
  var content: HandOverContent = .csv

  @Option(
    help: .both(
      "Seal under the passphrase in a file of mode 0600 instead of to the contractor's key.",
      "委託先の鍵の代わりに、ファイル（0600）のパスフレーズで封印する。", valueName: "file"))
  var handoverPassphraseFile: String?

  @Option(
    help: .both("The file to write; it must be new.", "書き出すファイル。新しいものに限る。", valueName: "file"))
  var out: String

  @OptionGroup var people: PeopleOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let codes = try people.codes(in: context)
    let session = try VaultAccess(context).signIn(options)
    let policy = session.vault.policy
    let request = HandOverRequest(
      contractor: to, purpose: policy.purposeID(purpose), form: policy.formID(form),
      incomeYear: year, reason: reason, people: codes, returnBy: returnBy, content: content)
    let names = Names(policy)
    let made = try HandOvers(session).create(
      request, at: context.path(out), named: out, under: try passphrase(context),
      refused: { code, refusal in context.terminal.tell(.refusedFor(code.text, refusal, names)) })
    try context.terminal.write("\(made.id)\n")
    context.terminal.tell(.handedOver(made, underPassphrase: handoverPassphraseFile != nil))
  }

  private func passphrase(_ context: CommandContext) throws -> SecretBytes? {
    guard let handoverPassphraseFile else { return nil }
    return try PassphraseReader(context).newPassphrase(
      file: handoverPassphraseFile, asking: .handOverPassphrase,
      option: "--handover-passphrase-file")
  }
}
