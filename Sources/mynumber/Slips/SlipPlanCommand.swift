import ArgumentParser
import MyNumberKit

/// `slip plan`: what would be filed, without opening a number.
struct SlipPlanCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "plan",
      Message("Show what would be filed, and what stops it.", "何を提出し、何が妨げになるかを示す。"),
      Message(
        """
        Matches the payroll file with the vault and lists copies, people without a usable number \
        and open questions. No number is opened.
        """,
        """
        給与データと保管庫を突き合わせ、作成する票、使える番号のない人、未解決の問いを示す。番号は開かない。
        """),
      example: """
        mynumber slip plan --year 2026 --payroll payroll.csv \\
          --vault acme.vault --as 田中
        """)
  }

  @Option(help: .both("The income year.", "年分。", valueName: "year"))
  var year: Int

  @Option(help: .both("The payroll file.", "給与データ。", valueName: "file"))
  var payroll: String

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let notes = SlipNotes(context.terminal)
    var listing = SlipPlanListing()
    let plans = try InputFile.openedRegular(context.path(payroll), named: payroll) { descriptor in
      let session = try VaultAccess(context).signIn(options)
      try tellMissing(session, context)
      return try SlipExport(session, options: SlipExportOptions(incomeYear: year))
        .plans(payroll: descriptor) { plan, finding in
          notes.tell(finding)
          if case .slip(let row) = finding { listing.add(row, of: plan) }
        }
    }
    for plan in plans { notes.tell(plan) }
    try listing.write(to: context, as: format.format)
  }

  /// Who in the vault has no usable number, by reason, and who is to be asked now.
  private func tellMissing(_ session: Session, _ context: CommandContext) throws {
    try session.require(.plan)
    var people: [PersonSummary] = []
    try session.vault.forEachPerson { person in
      let summary = PersonSummary(record: person.record, pin: person.pin)
      if summary.standing.lacking != nil { people.append(summary) }
    }
    let missing = MissingNumbers(of: people, asOf: context.today)
    if !missing.lines.isEmpty { context.terminal.tell(.missing(missing)) }
    if !missing.toAsk.isEmpty { context.terminal.tell(.toAsk(missing)) }
  }
}
