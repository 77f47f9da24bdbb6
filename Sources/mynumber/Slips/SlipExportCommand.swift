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

        A slip that was wrong is voided by its row with 訂正表示 1 (tax office) or 提出区分 3 (unified \
        CSV), which gets the number then written; the right one is a row of its own. Every file is \
        read back before it gets its name, and registered (export list).

        --copy recipient makes the employees' own copies (受給者交付用) as PDF. Nobody's number \
        and no payer's stands on them (所得税法施行規則93条1項), so no purpose key is needed. All stand in one \
        file, two on an A4 as on the tax office's sheet, or with --one-per-person each in an A5 \
        file of its own.
        """,
        """
        給与ソフトの統一 CSV、または見出しつき CSV を受け取る。作成する票は提出日に施行されている規則による。要らない票は\
        拒否する。使える番号のない人がいると、一覧を出して一度止まる。--leave-blank を付けると空欄で続け、一件ずつ記録する\
        （not-asked は指定できない）。

        誤った票は、訂正表示 1（税務署）または提出区分 3（統一 CSV）の行で取り消し、提出時の番号を記載する。正しい票は別の行に\
        する。ファイルは名前を付ける前に読み戻して確かめ、出力記録（export list）に残す。

        --copy recipient は受給者交付用の源泉徴収票を PDF で作る。本人・扶養親族・支払者の番号はいずれも記載しないので\
        （所得税法施行規則93条1項）、目的の鍵は要らない。全員を一つのファイルに A4 一枚二人で納める。--one-per-person \
        を付けると一人ずつ A5 のファイルにする。
        """),
      example: """
        mynumber slip export --year 2026 --payroll payroll.csv --out slips \\
          --vault acme.vault --as 田中
        """)
  }

  @Option(help: .both("The payroll file.", "給与データ。", valueName: "file"))
  var payroll: String

  @Option(
    name: .customLong("copy"),
    help: .both(
      "tax-office or municipality (may be repeated; default: what the rule wants), or recipient.",
      "tax-office または municipality（繰り返せる。既定: 規則による）。または recipient。", valueName: "copy"))
  var copies: [SlipCopy] = []

  @Option(
    help: .both(
      "How many characters a number takes: 13 (0 and the number) or 12.",
      "番号の桁数: 13（先頭に0）または 12。", valueName: "digits"))
  var numberWidth: Int?

  @Flag(help: .both("With --copy recipient: mark the copies 再交付.", "--copy recipient で再交付と記載する。"))
  var reissue = false

  @Flag(
    help: .both("With --copy recipient: a file for each person.", "--copy recipient で一人ずつのファイルにする。")
  )
  var onePerPerson = false

  @Flag(
    help: .both(
      "With --one-per-person: encrypt each file (AES-256) with the person's passphrase.",
      "--one-per-person で各ファイルを本人のパスフレーズで暗号化する（AES-256）。"))
  var protect = false

  @Option(
    help: .both(
      "For --protect: a CSV file of mode 0600 with the columns 社員番号,パスフレーズ.",
      "--protect 用。列が 社員番号,パスフレーズ の CSV（権限 0600）。", valueName: "file"))
  var passphrases: String?

  @Flag(
    help: .both(
      "With --copy municipality: draw it on paper (PDF, a file for each municipality), for those "
        + "who do not file electronically.",
      "--copy municipality を市区町村ごとの書面用の PDF にする（電子提出しない場合）。"))
  var paper = false

  @OptionGroup var filing: FilingOptions

  func run(in context: CommandContext) throws {
    let notes = SlipNotes(context.terminal)
    let files = try InputFile.openedRegular(context.path(payroll), named: payroll) { descriptor in
      let session = try VaultAccess(context).signIn(filing.options)
      if copies == [.recipient] { return try draw(descriptor, session, notes, context) }
      var wanted = try exportOptions()
      if paper { wanted.paper = SheetProgram(context.executable) }
      return try SlipExport(session, options: wanted).run(
        payroll: descriptor, into: context.path(filing.out)
      ) { _, finding in notes.tell(finding) }
    }
    // Each of the employees' own copies has the same plan, and each municipality's on paper.
    let told = copies == [.recipient] || paper ? files.prefix(1) : files[...]
    for file in told { notes.tell(file.plan) }
    for file in files where !file.uncompared.isEmpty {
      context.terminal.tell(.notCompared(file.uncompared))
    }
    var listing = WrittenFileListing()
    for file in files { listing.add(file.file, forms: [file.plan.form], shownIn: filing.out) }
    try listing.write(to: context, as: filing.format.format)
    context.terminal.tell(copies == [.recipient] ? .copiesExported : .filesWritten)
  }

  func validate() throws {
    if paper, copies != [.municipality] || numberWidth != nil || filing.substitute {
      throw ValidationError(.paperNeeds)
    }
    guard copies == [.recipient] else {
      for (given, option) in [
        (onePerPerson, "--one-per-person"), (reissue, "--reissue"), (protect, "--protect"),
      ] where given { throw ValidationError(.onlyForRecipient(option)) }
      return
    }
    guard protect == (passphrases != nil), onePerPerson || !protect else {
      throw ValidationError(.protectNeeds)
    }
    let given = filing.givenForNumbers + (numberWidth == nil ? [] : ["--number-width"])
    if let option = given.first { throw ValidationError(.notForRecipient(option)) }
  }

  /// Draws the employees' own copies, which bear no number.
  private func draw(
    _ payroll: Int32, _ session: Session, _ notes: SlipNotes, _ context: CommandContext
  ) throws -> [ExportedFile] {
    let progress = ProgressLine(context)
    defer { progress.end() }
    let export = RecipientExport(
      session, options: try exportOptions(), isOnePerPerson: onePerPerson,
      passphrases: try passphrases.map {
        try PassphraseFile.list(context.path($0), named: $0)
      })
    return try export.run(
      payroll: payroll, into: context.path(filing.out), told: { _, finding in notes.tell(finding) },
      progress: { if $0 % 16 == 0 { progress.show(.drawing(copies: $0)) } })
  }

  private func exportOptions() throws -> SlipExportOptions {
    var made = SlipExportOptions(incomeYear: filing.year)
    if !copies.isEmpty { made.copies = copies }
    if !filing.people.isEmpty { made.people = Set(filing.people) }
    made.leaveBlank = try BlankReasons.parse(filing.leaveBlank)
    made.substitutes = filing.substitute
    made.discardNumbers = filing.discardNumbers
    made.numberWidth = numberWidth
    made.numberAsOf = filing.numberAsOf
    made.isReissue = reissue
    return made
  }
}
