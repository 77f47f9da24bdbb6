import ArgumentParser
import MyNumberKit

/// `audit self-check`: the guideline's items, one by one.
struct AuditSelfCheckCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "self-check",
      Message("Check the safety measures item by item.", "安全管理措置を項目ごとに自己点検する。"),
      Message(
        """
        Each item A to G of the guideline's annex 1: evidence found in the log with its entries, what is missing and what \
        to do, and what no program can prove with what to show instead. Where 'handling size' states a small employer \
        (中小規模事業者), the easier methods count. It is no verdict: a review of it is recorded by 'audit sign-off'. \
        The log notes who asked.
        """,
        """
        ガイドライン別添1のAからGまでの項目ごとに、記録にある証跡（記録番号）、不足とすること、ソフトでは証明できず別に示すものを示す。\
        'handling size' で中小規模事業者と申告したときは、その対応方法による。判定ではなく、点検したことは 'audit sign-off' で記録する。\
        見たことも記録する。
        """),
      example: "mynumber audit self-check --vault acme.vault --as 監査")
  }

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options, for: .audit)
    let vault = session.vault
    let asOf = vault.decisionDay
    try session.note(.selfCheck(asOf: asOf))
    var builder = SelfCheckBuilder(policy: vault.policy, asOf: asOf)
    try vault.forEachPerson { (person) throws(CustodyError) in
      builder.add(PersonSummary(record: person.record, pin: person.pin))
    }
    let checkpoints = try vault.forEachSignedEntry { (entry) throws(ReportsError) in
      try builder.add(entry)
    }
    try builder.finish(vault.standing(checkpoints: checkpoints)).document.write(
      to: context, as: format.format)
  }
}
