import ArgumentParser
import MyNumberKit

/// `slip summary`: the figures of the sheets that go with the slips.
struct SlipSummaryCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "summary",
      Message(
        "Count for the municipalities' sheets and the tax office's summary table.",
        "総括表と法定調書合計表のために集計する。"),
      Message(
        """
        Reads the payroll file as `slip export` does, with the same mistakes (65), and counts: for \
        each municipality and designation the people of special and ordinary collection with the \
        signs 普A to 普F (総括表), and for the tax office Ⓐ all paid and Ⓑ slips filed (合計表). Each \
        figure says how it is counted; what the sources leave open is told. Nobody's number stands \
        on it and none is opened. --pdf writes the sheets to print as well, with mode 0600.
        """,
        """
        slip export と同じように給与データを読み（誤りがあれば 65 で止まる）、集計する。市区町村と指定番号ごとに特別徴収・\
        普通徴収の人員と普A〜普Fの符号（総括表）、税務署にはⒶ支払の総額とⒷ提出するもの（合計表）。数字ごとに数え方を示し、\
        資料で決まらない点は問いとして示す。番号は記載せず、開きもしない。--pdf は印刷用にも書き出す（権限 0600）。
        """),
      example: """
        mynumber slip summary --year 2025 --payroll payroll.csv --kind municipality \\
          --vault acme.vault --as 田中
        """)
  }

  @Option(help: .both("The income year.", "年分。", valueName: "year"))
  var year: Int

  @Option(help: .both("The payroll file.", "給与データ。", valueName: "file"))
  var payroll: String

  @Option(
    help: .both(
      "municipality or tax-office (default: both, as text).",
      "municipality または tax-office（既定: 両方。text のとき）。", valueName: "kind"))
  var kind: SummaryKind?

  @Option(
    help: .both(
      "The file of retirement pay, for table 2.", "退職手当等のデータ（2の表のため）。", valueName: "file"))
  var retirement: String?

  @Option(
    help: .both("The file of fees, for table 3.", "報酬等のデータ（3の表のため）。", valueName: "file"))
  var payments: String?

  @Option(help: .both("A PDF to write as well.", "あわせて書き出す PDF。", valueName: "file"))
  var pdf: String?

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func validate() throws {
    guard kind == nil else { return }
    if format.format != .text { throw ValidationError(.oneKindForData) }
    if pdf != nil { throw ValidationError(.oneKindForPDF) }
  }

  func run(in context: CommandContext) throws {
    let notes = SlipNotes(context.terminal)
    let sheets = try InputFile.openedRegular(context.path(payroll), named: payroll) { descriptor in
      let session = try VaultAccess(context).signIn(options)
      let summary = SlipSummary(session, options: SlipExportOptions(incomeYear: year))
      return try summary.run(
        kind.map { [$0] } ?? SummaryKind.allCases, payroll: descriptor,
        retirement: try totals(.retirement, retirement, summary, context),
        payments: try totals(.payment, payments, summary, context), told: notes.tellCounted)
    }
    if let pdf, let sheet = sheets.first { try sheet.write(to: context.path(pdf)) }
    for (place, sheet) in sheets.enumerated() {
      if place > 0 { try context.terminal.write("\n") }
      try SummaryListing(sheet).write(to: context, as: format.format)
    }
    for sheet in sheets { tell(sheet, context.terminal) }
  }

  /// What a file of records comes to; nil where none was given.
  private func totals(
    _ kind: RecordKind, _ name: String?, _ summary: SlipSummary, _ context: CommandContext
  ) throws -> RecordTotals? {
    guard let name else { return nil }
    do {
      return try InputFile.openedRegular(context.path(name), named: name) {
        try summary.totals(kind, of: $0)
      }
    } catch let error as ExportError {
      throw Failure(any: error).with(hint: .mistakesOfFile(name))
    }
  }

  private func tell(_ sheet: SummarySheet, _ terminal: any Terminal) {
    for note in sheet.notes { terminal.tell(.summaryNote(note)) }
    for question in sheet.questions { terminal.tell(.openQuestion(question)) }
  }
}
