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
        its statutory period. A future --as-of shows what will be due.
        """,
        """
        番号は、通知した利用目的に必要な間、または番号の載る書類の法定保存期間中だけ保存する。将来の --as-of を指定すると\
        これから廃棄時期になるものが分かる。
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
      "needed, kept, coming, due, overdue or held; may be repeated.",
      "needed, kept, coming, due, overdue, held。繰り返せる。", valueName: "status"))
  var statuses: [String] = []

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let statuses = try self.statuses.map { word in
      guard let status = RetentionStatus(rawValue: word) else {
        throw Failure.usage(.unknownWord(word))
      }
      return status
    }
    let session = try VaultAccess(context).signIn(options, for: .retention)
    var people: [PersonSummary] = []
    try session.vault.forEachPerson { (person) throws(CustodyError) in
      people.append(PersonSummary(record: person.record, pin: person.pin))
    }
    let report = RetentionReport(
      of: people, under: session.vault.policy, asOf: asOf ?? context.today,
      only: statuses.isEmpty ? nil : Set(statuses))
    try report.document.write(to: context, as: format.format, counting: report.missing)
  }
}
