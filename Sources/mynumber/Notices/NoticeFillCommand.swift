import ArgumentParser
import MyNumberKit

/// `notice fill`: numbers into a file of notices.
struct NoticeFillCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "fill",
      Message(
        "Fill the number columns of a file of notices.", "届書ファイルの個人番号の欄を埋める。"),
      Message(
        """
        The whole file is held against its layout first; every mistake is told with line, column \
        and item (65), and nothing but the number columns changes. People are matched by reading \
        and birth date; a record that fits nobody or two stops the work, and --match FILE (行, \
        社員番号; 項目 for a family member's column) says who it is. Beside a number the address \
        columns must be empty, as the pension office wants it. A person without a usable number \
        stops the work once, with a list; --leave-blank goes on and journals each blank (never \
        not-asked): on a pension notice the basic pension number then stands in its place. The \
        written file is registered, and counts as filed today.
        """,
        """
        まずファイル全体を記録様式と照合し、誤りをすべて行・列・項目とともに示して止まる（65）。個人番号の欄のほかは1バイトも\
        変えない。人は氏名（カナ）と生年月日で対応させる。対応する人がいない、または二人いるときは止まるので、--match \
        ファイル（行、社員番号。家族の欄は項目も）で示す。個人番号を記載する人の住所欄は、年金事務所の定めにより空でなければ\
        ならない。使える番号のない人がいると、一覧を出して一度止まる。--leave-blank を付けると空欄で続け、一件ずつ記録する\
        （not-asked は指定できない）。年金の届では、そのとき基礎年金番号が代わりになる。書き出したファイルは出力記録に残り、\
        今日提出したものとして扱う。
        """),
      example: """
        mynumber notice fill SHFD0006.CSV --form health-pension-acquisition --out notices \\
          --vault acme.vault --as 鈴木
        """)
  }

  @Argument(
    help: .both("The file of notices.", "届書ファイル。", valueName: "file"))
  var file: String

  @Option(
    name: .customLong("form"),
    help: .both(
      "What its records are: \(NoticeFillCommand.known); may be repeated.",
      "記録の様式: \(NoticeFillCommand.known)。繰り返せる。", valueName: "form"))
  var forms: [String]

  @Option(
    name: .customLong("match"),
    help: .both(
      "A CSV that says who stands on which line.", "どの行が誰かを示す CSV。", valueName: "file"))
  var match: String?

  @Option(
    help: .both(
      "Leave numbers blank for these reasons, with commas between.",
      "これらの理由で番号を空欄にする（コンマ区切り）。", valueName: "reason,…"))
  var leaveBlank: String?

  @Flag(help: .both("Drop the numbers that the file has already.", "ファイルにすでにある番号を捨てる。"))
  var discardNumbers = false

  @Option(help: .both("The folder to write to.", "書き出し先のフォルダー。", valueName: "folder"))
  var out: String

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  private static let known = """
    health-pension-acquisition, health-pension-loss, health-dependents-change, \
    employment-insurance-acquisition, employment-insurance-loss
    """

  func run(in context: CommandContext) throws {
    let matches = try matches(context)
    let filled = try InputFile.openedRegular(context.path(file), named: file) { descriptor in
      let session = try VaultAccess(context).signIn(options)
      return try NoticeFill(session, options: try fillOptions(session.vault.policy)).run(
        notices: descriptor, matches: matches, into: context.path(out))
    }
    tell(filled, context.terminal)
    var listing = WrittenFileListing()
    listing.add(filled.file, forms: filled.forms, shownIn: out)
    try listing.write(to: context, as: format.format)
    context.terminal.tell(.filesWritten)
  }

  private func matches(_ context: CommandContext) throws -> NoticeMatches {
    guard let match else { return NoticeMatches() }
    do {
      return try InputFile.openedRegular(context.path(match), named: match) { descriptor in
        try NoticeMatches(fileDescriptor: descriptor)
      }
    } catch let error as FilingError {
      throw Failure(any: error).with(hint: .mistakesOfFile(match))
    }
  }

  private func fillOptions(_ policy: Policy) throws -> NoticeFillOptions {
    var made = NoticeFillOptions(forms: forms.map(policy.formID))
    made.leaveBlank = try BlankReasons.parse(leaveBlank)
    made.discardNumbers = discardNumbers
    return made
  }

  private func tell(_ filled: FilledNotice, _ terminal: any Terminal) {
    for note in filled.notes { terminal.tell(.nameDiffers(note.person.text, line: note.line)) }
    for blank in filled.file.blanks {
      terminal.tell(.leftBlank(blank.person.text, blank.reason))
    }
    if filled.discarded > 0 { terminal.tell(.numbersDiscarded(filled.discarded)) }
    for question in filled.layout.questions { terminal.tell(.openQuestion(question)) }
  }
}
