import ArgumentParser
import MyNumberKit

/// `verify report`: who is verified and who is not, and what to ask for.
struct VerifyReportCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "report",
      Message(
        "Report who is not verified, why, and what to ask for.", "本人確認の済んでいない人、理由、求めるものを報告する。"),
      Message(
        """
        Whether every number was verified (Article 16). Counts by standing and reason first, then people by code: unverified, number proved only, \
        awaiting attestation, attested, verified by the employee, without a number. What is wrong \
        with documents on record is read with the evidence key (HR holds it); without it the report \
        says how many were not looked at. No name and no number is in it. The log notes who asked for it.
        """,
        """
        全ての番号について本人確認（番号法16条）が済んでいるかを示す。状態と理由別の人数、続いて対象者をコード順に示す。未確認、番号確認のみ、認証待ち、責任者が認証、従業員が確認、\
        番号なし。記録された書類の不備は、確認記録の鍵（人事が持つ）で読んで示す。鍵がなければ、見ていない件数を示す。氏名と番号は含まない。\
        報告書を作ったことも記録する。
        """),
      example: "mynumber verify report --vault acme.vault --as 鈴木")
  }

  @Option(
    help: .both(
      "The day whose rules say what to ask for (default: today).",
      "求めるものを決める基準日（既定: 今日）。", valueName: "date"))
  var asOf: CalendarDate?

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    try session.require(oneOf: [.verify, .attest, .audit])
    let vault = session.vault
    let day = asOf ?? vault.decisionDay
    try session.note(.verification(asOf: day, people: vault.peopleCount))
    var builder = VerificationReportBuilder(under: vault.policy, asOf: day)
    try vault.forEachPerson { (person) throws(CustodyError) in
      builder.add(
        PersonSummary(record: person.record, pin: person.pin),
        try Self.finding(person, session))
    }
    let report = builder.report()
    try report.document { JapanesePhrases.all[$0] }.write(to: context, as: format.format)
    if report.notLookedAt > 0 { context.terminal.tell(.evidenceNotLookedAt(report.notLookedAt)) }
  }

  private static func finding(
    _ person: VerifiedPerson, _ session: Session
  ) throws(CustodyError) -> VerificationFinding {
    switch try session.evidence(of: person) {
    case .none: return .none
    case .sealed: return .sealed
    case .opened(let evidence):
      return .judged(
        evidence.answer(
          of: person.record, under: session.vault.policy.identity, today: session.vault.decisionDay)
      )
    }
  }
}
