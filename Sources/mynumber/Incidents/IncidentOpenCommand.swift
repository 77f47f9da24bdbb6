import ArgumentParser
import MyNumberKit

/// `incident open`: records that an incident became known.
struct IncidentOpenCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "open",
      Message("Record that an incident became known.", "漏えい等を知ったことを記録する。"),
      Message(
        """
        A signed entry with the day of knowing, what happened or is feared, the cause as far as is known, who found \
        out and what happened, in at most 200 characters without a number or a name. Prints the incident's number. \
        The clocks run from the day on which any department knew, not from this entry.
        """,
        """
        知った日、起きたこと（おそれを含む）、分かっている範囲の原因、発見者、内容（番号・氏名を含まない200文字以内）を、署名つきで記録し、\
        事案の番号を表示する。期限は、この記録ではなく、いずれかの部署が知った日から数える。
        """),
      example: """
        mynumber incident open --known-on 2026-11-24 --harm leak --cause theft \\
          --found-by 総務部 --what 車上荒らしでノートPCが盗まれた --vault acme.vault --as 佐藤
        """)
  }

  @Option(
    help: .both("The day on which any department knew.", "いずれかの部署が知った日。", valueName: "date"))
  var knownOn: CalendarDate

  @Option(help: .both("The day on which it happened.", "発生日。", valueName: "date"))
  var occurredOn: CalendarDate?

  @Option(
    help: .both(
      "leak, loss, damage, alteration, use or provision; may stand several times.",
      "leak 漏えい, loss 滅失, damage 毀損, alteration 改ざん, use 利用, provision 提供。繰り返し指定できる。",
      valueName: "harm"))
  var harm: [IncidentHarm]

  @Option(
    help: .both(
      "theft, insider, unauthorised-access, ransomware, misplaced, misdelivered, misconfigured, "
        + "failure or unknown.",
      "theft 盗難, insider 内部者, unauthorised-access 不正アクセス, ransomware, misplaced 紛失, "
        + "misdelivered 誤送付, misconfigured 設定ミス, failure 故障, unknown 不明。", valueName: "cause"))
  var cause: IncidentCause

  @Option(
    help: .both(
      "The most people it can concern, if that was known on that day.", "最大で何人か（知った日に分かっていれば）。",
      valueName: "n"))
  var people: Int?

  @Option(
    help: .both("Who found out: a department or a role.", "発見者: 部署や役割。", valueName: "text"))
  var foundBy: String?

  @Option(help: .both("What happened.", "内容。", valueName: "text"))
  var what: String

  @OptionGroup var options: SignInOptions

  func validate() throws {
    if harm.isEmpty { throw ValidationError(.missing("--harm")) }
  }

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let incident = try Incidents(session).open(
      IncidentOpening(
        knownOn: knownOn, occurredOn: occurredOn, harms: CaseSet(harm), cause: cause,
        people: people, foundBy: foundBy, what: what))
    try context.terminal.write("\(incident)\n")
    context.terminal.tell(.incidentOpened(incident))
  }
}
