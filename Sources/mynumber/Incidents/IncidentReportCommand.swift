import ArgumentParser
import MyNumberKit

/// `incident report`: drafts what is told the Commission and the people.
struct IncidentReportCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "report",
      Message(
        "Draft the report to the Commission and the notice to the people.",
        "個人情報保護委員会への報告と本人への通知の案を作る。"),
      Message(
        """
        The nine items of the report (the first one, or --final), then the five of the notice, in Japanese, from the \
        same sources as 'incident assess'. What only the employer knows is a blank 【要記入】. It is a draft: \
        the report itself goes through the Commission's form, and 'incident reported' records that it did. The log notes \
        who drafted it.
        """,
        """
        報告の9項目（速報、--final なら確報）と本人への通知の5項目の案を、'incident assess' と同じ資料から日本語で作る。\
        事業者だけが知ることは 【要記入】 とする。案であり、報告は委員会のフォームから行い、'incident reported' で記録する。作ったことも記録する。
        """),
      example: """
        mynumber incident report 57 --export slips/unified-2026.csv --final \\
          --vault acme.vault --as 佐藤
        """)
  }

  @Flag(help: .both("The final report, not the first.", "確報とする（既定は速報）。"))
  var final = false

  @Option(help: .both("text or json.", "text, json のいずれか。", valueName: "format"))
  var format: IncidentReportFormat = .text

  @OptionGroup var query: IncidentOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options, for: .audit)
    let assessment = try IncidentAssessing(session, context).assessment(query)
    let kind: IncidentDraft.Kind = final ? .final : .first
    try Incidents(session).note(
      query.incident, source: assessment.source.text, people: assessment.people.count,
      outcome: assessment.outcome, draft: kind.rawValue)
    let draft = IncidentDraft(
      assessment, kind, organisation: session.vault.authority.genesis.organisation)
    switch format {
    case .text: try context.terminal.write(draft.text())
    case .json: try context.terminal.write(draft.json())
    }
    if draft.blanks > 0 { context.terminal.tell(.draftHasBlanks(draft.blanks)) }
  }
}
