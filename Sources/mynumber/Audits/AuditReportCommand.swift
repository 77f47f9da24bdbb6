import ArgumentParser
import MyNumberKit

/// `audit report`: who could and did use the numbers.
struct AuditReportCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "report",
      Message("Report who could and did use the numbers.", "誰が番号を使えたか、使ったかを報告する。"),
      Message(
        """
        What is held, who can read today, reads by purpose and form, refusals, sign-ins, \
        collection, disposal and changes of authority, each figure with the log entries behind it. \
        The log notes who asked for it; the report holds that entry too, and 'mynumber audit verify \
        --report' holds the report against the exported log. HTML has plots, prints well and loads \
        nothing.
        """,
        """
        保管の状況、現在読める者、利用目的・書類別の利用、拒否、サインイン、収集、廃棄、権限の変更を、それぞれ根拠となる\
        記録番号とともに示す。
        報告書を作ったことも記録し、その記録も報告書に含む。'mynumber audit verify --report' で、書き出した記録と照合\
        できる。HTML には図が付き、印刷でき、外部から何も読み込まない。
        """),
      example: "mynumber audit report --from 2026-04-01 --vault acme.vault --as 監査")
  }

  @Option(help: .both("The first day.", "期間の初日。", valueName: "date"))
  var from: CalendarDate?

  @Option(help: .both("The last day.", "期間の末日。", valueName: "date"))
  var to: CalendarDate?

  @Option(help: .both("Only this person's entries.", "この人に関する記録だけ。", valueName: "code"))
  var person: PersonCode?

  @Option(help: .both("Only this user's entries.", "この利用者に関する記録だけ。", valueName: "user"))
  var user: String?

  @Option(
    help: .both(
      "Only what was done for this purpose of use.", "この利用目的に関する記録だけ。", valueName: "purpose"))
  var purpose: String?

  @Option(
    help: .both(
      "The day on which rights and retention are looked at (default: today).",
      "権限と保存期間の基準日（既定: 今日）。", valueName: "date"))
  var asOf: CalendarDate?

  @Option(
    help: .both(
      "A checkpoint kept elsewhere, which the log must contain.",
      "別に保管したチェックポイント。記録がこれを含むことを確かめる。", valueName: "file"))
  var checkpoint: String?

  @Option(
    help: .both(
      "The witness whose cosignature it must bear.", "これに連署しているべき立会人。", valueName: "key"))
  var witness: String?

  @Option(
    help: .both(
      "text, json, csv or html.", "text, json, csv, html のいずれか。", valueName: "format"))
  var format: ReportFormat = .text

  @OptionGroup var options: SignInOptions

  func validate() throws {
    guard witness == nil || checkpoint != nil else {
      throw ValidationError(.witnessNeedsCheckpoint)
    }
    if let from, let to, to < from { throw ValidationError(.periodReversed) }
  }

  func run(in context: CommandContext) throws {
    let given = try OutsideCheckpoint(checkpoint, witness, context)
    let kept = given.map { [KeptCheckpoint(signed: $0.signed, place: checkpoint ?? "")] } ?? []
    let access = VaultAccess(context, containing: kept)
    // What this run writes is kept outside too, and would say nothing of those before it.
    var outside: [KeptCheckpoint] = []
    let session = try access.signIn(options, for: .audit) { vault in
      outside = try access.keeper(options.place).outside(for: vault.id)
    }
    let parameters = AccessReportParameters(
      asOf: asOf ?? session.vault.decisionDay, from: from, to: to, person: person,
      user: user.map { id(ofUser: $0, in: session.vault) },
      purpose: try purpose.map { try known($0, in: session.vault.policy) },
      program: ProgramVersion.text)
    let report = try AccessReporting(session, outside: outside, given: given)
      .report(parameters, as: format.form)
    try context.terminal.write(report.bytes)
  }

  private func known(_ word: String, in policy: Policy) throws -> PurposeID {
    guard let purpose = policy.purpose(named: word) else {
      throw Failure.usage(.noPurpose(word))
    }
    return purpose.id
  }

  /// The report's entry may be a person's to see (`audit disclose`), and users' names are not.
  private func id(ofUser user: String, in vault: Vault) -> String {
    let named = vault.authority.users.values.filter { $0.name == user }
    return (vault.authority.user(named: user) ?? named.max { $0.addedIndex < $1.addedIndex })?.id
      ?? user
  }
}
