import ArgumentParser
import MyNumberKit

/// `notice purpose`: the notice of the purposes of use.
struct NoticePurposeCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "purpose",
      Message("Make notices of the purposes of use.", "利用目的通知書を作る。"),
      Message(
        """
        For the people named, or with --all the general form of each kind of person: the employer \
        (of the employer file), the purposes with their articles, to whom numbers go, which papers \
        are asked for and how they verify, how long numbers are kept, and whom to ask. In Japanese, \
        as PDF or HTML. Names stand on it only for who holds the roster key, and the log notes it. \
        The everyday path: make it, hand it out, and record that with 'declare', to which the \
        general form as HTML is given to be kept (個人情報保護法21条).
        """,
        """
        指定した人に、または --all で区分ごとの一般用に作る。事業者（事業者ファイルによる）、利用目的と根拠、提供先、\
        お願いする書類と本人確認の方法、保管と廃棄、問い合わせ先を記載する。日本語の PDF または HTML。氏名は名簿の鍵を\
        持つ利用者が作るときだけ載り、記録に残る。日々の流れ: 作り、配布し、declare で記録する。declare に渡して\
        保管するのは一般用の HTML とする（個人情報保護法21条）。
        """),
      example: """
        mynumber notice purpose --all --format html --out notices \\
          --vault acme.vault --as 鈴木
        """)
  }

  @Argument(help: .both("The people's codes.", "対象者のコード。"))
  var codes: [PersonCode] = []

  @Flag(help: .both("The general form of each kind of person.", "区分ごとの一般用。"))
  var all = false

  @Option(
    help: .both(
      "Only these purposes, with commas between (default: the policy's bundle and what was told).",
      "この利用目的だけ（コンマ区切り。既定: 規程の組と通知済みのもの）。", valueName: "a,b"))
  var purposes: String?

  @Option(help: .both("The folder to write to.", "書き出し先のフォルダー。", valueName: "folder"))
  var out: String

  @Option(help: .both("pdf or html; may be repeated.", "pdf または html。繰り返せる。"))
  var format: [NoticeFormat] = [.pdf]

  @Option(
    help: .both("The day on the notice (default: today).", "通知書の日付（既定: 今日）。", valueName: "date"))
  var date: CalendarDate?

  @OptionGroup var options: SignInOptions

  func validate() throws {
    guard codes.isEmpty == all else { throw ValidationError(.codesOrAll) }
    if let purposes, PurposeID.words(purposes).isEmpty { throw ValidationError(.noPurposeNamed) }
  }

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options, for: .declare)
    let making = NoticeMaking(
      session, sender: try sender(session), date: date ?? context.today,
      purposes: try wanted(session))
    let notices = all ? making.general() : try making.notices(to: codes)
    let names = try write(notices, into: context.path(out))
    try context.terminal.write(names.map { "\(out)/\($0)\n" }.joined())
    if !all && !session.holdsRoster { context.terminal.tell(.noticeWithoutNames) }
    context.terminal.tell(.noticesMade)
  }

  private func wanted(_ session: Session) throws -> [PurposeID]? {
    let wanted = purposes.map { PurposeID.list($0, in: session.vault.policy) }
    for purpose in wanted ?? [] where session.vault.policy.purpose(purpose) == nil {
      if let forbidden = session.vault.policy.forbiddenPurpose(named: purpose.rawValue) {
        try session.refuse(.purposeForbidden(forbidden), action: .declare)
      }
      throw Failure.usage(.unknownWord(purpose.rawValue), hints: [.purposes(session.vault.policy)])
    }
    return wanted
  }

  private func sender(_ session: Session) throws -> NoticeSender {
    guard let file = try Employer(session).show() else {
      throw Failure(ExitStatus.noInput, .noEmployer, hints: [.noEmployerHint])
    }
    let payer = FilingPayer.proprietor(try PersonCode("proprietor"))
    let employer = try FilingEmployer(yaml: file.yaml, payer: payer) { _ in file.designations }
    return NoticeSender(
      name: employer.filingName, address: employer.address, telephone: employer.telephone,
      contact: employer.contact)
  }

  /// Writes every notice in every format; a name that is taken stops before the first is written.
  private func write(_ notices: [PurposeNotice], into folder: String) throws -> [String] {
    try PrivateFolder.make(folder)
    var files: [(name: String, bytes: [UInt8])] = []
    for notice in notices {
      for form in Set(format).sorted(by: { $0.rawValue < $1.rawValue }) {
        let subject = notice.addressee.code?.text ?? notice.addressee.kind.english
        let name = "purpose-notice-\(subject).\(form.rawValue)"
        files.append((name, form == .pdf ? try notice.pdf() : notice.html()))
      }
    }
    for file in files { _ = try PrivateFile(creating: "\(folder)/\(file.name)") }
    for file in files {
      let output = try PrivateFile(creating: "\(folder)/\(file.name)")
      try output.write(file.bytes.span)
      try output.finish()
    }
    return files.map(\.name)
  }
}
