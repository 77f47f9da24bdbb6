import ArgumentParser
import MyNumberKit

/// `incident reported`: records that an incident was reported, or the people were told.
struct IncidentReportedCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "reported",
      Message(
        "Record that an incident was reported, or the people were told.",
        "個人情報保護委員会への報告、本人への通知を記録する。"),
      Message(
        """
        A signed entry. Of an incident that is reported, 'audit self-check' tells what the log does not show as done \
        by its day: the first report, the final one, the notice to the people.
        """,
        """
        署名つきで記録する。報告を要する事案について、期限までに速報、確報、本人への通知の記録がないものは 'audit self-check' に表れる。
        """),
      example: """
        mynumber incident reported 57 final-report --on 2026-12-18 \\
          --vault acme.vault --as 監査
        """)
  }

  @Argument(
    help: .both(
      "The incident: the number that 'incident open' printed.", "事案: 'incident open' の示した番号。"))
  var incident: Int

  @Argument(
    help: .both(
      "first-report, final-report, or notice (to the people, or what stands in its place).",
      "first-report 速報, final-report 確報, notice 本人への通知（代替措置を含む）。"))
  var kind: IncidentTelling.Kind

  @Option(help: .both("The day.", "日付。", valueName: "date"))
  var on: CalendarDate

  @Option(
    help: .both("The receipt's number, or how it was done.", "受付番号、方法等。", valueName: "text"))
  var reference: String?

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let entry = try Incidents(session).record(kind, of: incident, on: on, reference: reference)
    try context.terminal.write("\(entry)\n")
    context.terminal.tell(.incidentReported(incident))
  }
}
