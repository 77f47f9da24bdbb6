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
        Lists the copies of a year: to whom, by when, on paper or electronically, and by which \
        articles. With --payroll it matches the payroll file with the vault and lists each person's \
        copies and people without a usable number. What the sources leave open is printed as a \
        question. No number is opened.
        """,
        """
        その年分の票を、提出先、期限、書面か電子か、根拠とともに示す。--payroll を付けると給与データと保管庫を突き合わせ、一人\
        ずつの票と、使える番号のない人を示す。資料から決まらないことは問いとして示す。番号は開かない。
        """),
      example: """
        mynumber slip plan --year 2026 --payroll payroll.csv \\
          --vault acme.vault --as 田中
        """)
  }

  @Option(help: .both("The income year.", "年分。", valueName: "year"))
  var year: Int

  @Option(help: .both("The payroll file.", "給与データ。", valueName: "file"))
  var payroll: String?

  @Option(
    help: .both(
      "How many slips had to be filed with the tax office in the year that counts for electronic "
        + "filing (the year before last).",
      "電子提出の判定年（前々年）に税務署へ提出すべきであった源泉徴収票の枚数。", valueName: "sheets"))
  var sheetsFiled: Int?

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func validate() throws {
    guard sheetsFiled.map({ $0 >= 0 }) ?? true else {
      throw ValidationError(.negativeSheets)
    }
  }

  func run(in context: CommandContext) throws {
    guard let payroll else {
      let session = try VaultAccess(context).signIn(options)
      try session.require(.plan)
      let copies = try outline(session)
      try copies.listing.write(to: context, as: format.format)
      return try ask(session, context, known: try askOfLayouts(session, context))
    }
    let notes = SlipNotes(context.terminal)
    var listing = SlipPlanListing()
    let plans = try InputFile.openedRegular(context.path(payroll), named: payroll) { descriptor in
      let session = try VaultAccess(context).signIn(options)
      try tellMissing(session, context)
      let plans = try SlipExport(session, options: SlipExportOptions(incomeYear: year))
        .plans(payroll: descriptor) { plan, finding in
          notes.tell(finding)
          if case .slip(let row) = finding { listing.add(row, of: plan) }
        }
      try outline(session).tell(context.terminal)
      try ask(session, context, known: Set(plans.flatMap(\.questions).map(\.id)))
      return plans
    }
    for plan in plans { notes.tell(plan) }
    try listing.write(to: context, as: format.format)
  }

  /// The copies of the year, with what the register knows of sheets filed.
  private func outline(_ session: Session) throws -> SlipCopyListing {
    let range = session.vault.policy.filingRange
    let made = try ExportedFiles(session).list()
    var listing = SlipCopyListing(session.vault.policy)
    for copy in range.plan(forIncomeYear: year) {
      listing.add(copy, ElectronicFiling(copy, sheets: sheetsFiled, made: made))
    }
    return listing
  }

  /// The questions about the layouts of the copies that are filed, each once.
  private func askOfLayouts(_ session: Session, _ context: CommandContext) throws -> Set<String> {
    let policy = session.vault.policy
    let rules = try FilingRules(policy: policy)
    let made = policy.filingRange.plan(forIncomeYear: year).filter { $0.extent != .nobody }
    var (known, isVerified): (Set<String>, Bool) = ([], true)
    for copy in SlipCopy.filed where made.contains(where: { $0.form == copy.form }) {
      let layout = try rules.layout(of: copy, incomeYear: year)
      isVerified = isVerified && layout.verifiedUntil.map { year <= $0 } ?? true
      for question in layout.questions(forIncomeYear: year)
      where known.insert(question.id).inserted {
        context.terminal.tell(.openQuestion(question))
      }
    }
    if !isVerified { context.terminal.tell(.layoutUnverified(year)) }
    return known
  }

  /// The questions about the year, but for those that a layout asks too.
  private func ask(_ session: Session, _ context: CommandContext, known: Set<String>) throws {
    let questions = session.vault.policy.filingRange.questions(forIncomeYear: year)
    for question in questions where !known.contains(question.id) {
      context.terminal.tell(.openQuestion(question))
    }
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
