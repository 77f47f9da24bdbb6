import ArgumentParser
import MyNumberKit

/// `slip export`: fills numbers into withholding slips.
struct SlipExportCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "export",
      Message("Write withholding slips and payment reports.", "源泉徴収票・給与支払報告書を書き出す。"),
      Message(
        """
        Takes the unified CSV of payroll software, or a CSV with headers. Which copies are made \
        follows the rule in force on the filing date; a needless copy is refused. A person without \
        a usable number stops the export once, with a list; --leave-blank goes on and journals \
        each blank (never not-asked).
        """,
        """
        給与ソフトの統一 CSV、または見出しつき CSV を受け取る。作成する票は提出日に施行されている規則による。要らない票は\
        拒否する。使える番号のない人がいると、一覧を出して一度止まる。--leave-blank を付けると空欄で続け、一件ずつ記録する\
        （not-asked は指定できない）。
        """),
      example: """
        mynumber slip export --year 2026 --payroll payroll.csv --out slips \\
          --vault acme.vault --as 田中
        """)
  }

  @Option(help: .both("The income year.", "年分。", valueName: "year"))
  var year: Int

  @Option(help: .both("The payroll file.", "給与データ。", valueName: "file"))
  var payroll: String

  @Option(
    name: .customLong("copy"),
    help: .both(
      "tax-office or municipality; may be repeated (default: what the rule wants).",
      "tax-office または municipality。繰り返せる（既定: 規則による）。", valueName: "copy"))
  var copies: [SlipCopy] = []

  @Option(
    name: .customLong("person"),
    help: .both("Only these people; may be repeated.", "この人だけ。繰り返せる。", valueName: "code"))
  var people: [PersonCode] = []

  @Option(
    help: .both(
      "Leave numbers blank for these reasons, with commas between.",
      "これらの理由で番号を空欄にする（コンマ区切り）。", valueName: "reason,…"))
  var leaveBlank: String?

  @Flag(help: .both("Substitute characters that the record cannot hold.", "記録にない文字を置き換える。"))
  var substitute = false

  @Flag(help: .both("Drop the numbers that the payroll file has already.", "給与データにすでにある番号を捨てる。"))
  var discardNumbers = false

  @Option(
    help: .both(
      "How many characters a number takes: 13 (0 and the number) or 12.",
      "番号の桁数: 13（先頭に0）または 12。", valueName: "digits"))
  var numberWidth: Int?

  @Option(help: .both("The folder to write to.", "書き出し先のフォルダー。", valueName: "folder"))
  var out: String

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let notes = SlipNotes(context.terminal)
    let files = try InputFile.openedRegular(context.path(payroll), named: payroll) { descriptor in
      let session = try VaultAccess(context).signIn(options)
      return try SlipExport(session, options: try exportOptions()).run(
        payroll: descriptor, into: context.path(out)
      ) { _, finding in notes.tell(finding) }
    }
    var listing = WrittenFileListing()
    for file in files {
      notes.tell(file.plan)
      listing.add(file.file, forms: [file.plan.form], shownIn: out)
    }
    try listing.write(to: context, as: format.format)
    context.terminal.tell(.filesWritten)
  }

  private func exportOptions() throws -> SlipExportOptions {
    var made = SlipExportOptions(incomeYear: year)
    if !copies.isEmpty { made.copies = copies }
    if !people.isEmpty { made.people = Set(people) }
    made.leaveBlank = try BlankReasons.parse(leaveBlank)
    made.substitutes = substitute
    made.discardNumbers = discardNumbers
    made.numberWidth = numberWidth
    return made
  }
}
