import ArgumentParser
import MyNumberKit

/// `retention report`: the documents for which each number is kept.
struct RetentionReportCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "report",
      Message("Report until when each number is kept, and why.", "番号ごとに、いつまで、なぜ保存するかを報告する。"),
      Message(
        """
        A number is kept while a declared purpose needs it or a document that holds it is inside \
        its statutory period. Says which numbers are overdue (held unlawfully since), due, on hold \
        and coming within 24 months, which presumptions to confirm, and for each purpose the \
        documents with their last day and article, recorded, derived or presumed. HTML has a \
        calendar and loads nothing. A future --as-of shows what will be due.
        """,
        """
        番号は、通知した利用目的に必要な間、または番号の載る書類の法定保存期間中だけ保存する。廃棄が遅れている番号\
        （いつから違法な保管か）、廃棄時期の番号、保留中の番号、24か月以内に満了する番号、確認を要する推定と、利用目的ごとの\
        書類の保存の末日、条文、記録・導出・推定の別を示す。HTML にはカレンダーが付き、外部から何も読み込まない。将来の --as-of を\
        指定するとこれから廃棄時期になるものが分かる。
        """),
      example: """
        mynumber retention report --status due --status overdue \\
          --vault acme.vault --as 佐藤
        """)
  }

  @Option(help: .both("The day looked at (default: today).", "基準日（既定: 今日）。", valueName: "date"))
  var asOf: CalendarDate?

  @Option(
    name: .customLong("status"),
    help: .both(
      "needed, kept, coming, ended, due, overdue or held; may be repeated.",
      "needed, kept, coming, ended, due, overdue, held。繰り返せる。", valueName: "status"))
  var statuses: [String] = []

  @Option(
    name: .customLong("person"),
    help: .both("Only this person; may be repeated.", "この人だけ。繰り返せる。", valueName: "code"))
  var codes: [PersonCode] = []

  @Option(
    help: .both(
      "text, json, csv or html.", "text, json, csv, html のいずれか。", valueName: "format"))
  var format: ReportFormat = .text

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let statuses = try self.statuses.map { word in
      guard let status = RetentionStatus(rawValue: word) else {
        throw Failure.usage(.unknownWord(word))
      }
      return status
    }
    let session = try VaultAccess(context).signIn(options, for: .retention)
    let report = RetentionReport(
      of: try ChosenPeople(session).summaries(codes), under: session.vault.policy,
      asOf: asOf ?? context.today,
      only: statuses.isEmpty ? nil : Set(statuses))
    switch format {
    case .html: try context.terminal.write(report.html(ReportLanguage(CommandLanguage.current)))
    case .text: try report.document.write(to: context, as: .text, counting: report.missing)
    case .json: try report.document.write(to: context, as: .json, counting: report.missing)
    case .csv: try report.document.write(to: context, as: .csv, counting: report.missing)
    }
    let copies = try OutstandingKeyBackups(session.vault).copies
    if !copies.isEmpty { context.terminal.tell(.keyBackupsStand(copies)) }
  }
}
