import ArgumentParser
import MyNumberKit

/// `entrustment check`: what stands against contractors, or is to be done about them.
struct EntrustmentCheckCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "check",
      Message("Say what is to be done about contractors.", "委託先についてなすべきことを示す。"),
      Message(
        """
        Lists missing clauses, permissions and supervision, contracts that ended, and what has not \
        come back: of one contractor, or of all. Hand-overs past their day are among them, and keys \
        whose rotation is due. Each has its article (番号法10条, 11条, 20条) and what to do.
        """,
        """
        欠けている条項・許諾・監督、終わった契約、返却されていないものを、一つの委託先または全部について示す。期限を過ぎた\
        引渡しと、更新すべき鍵も含む。一つずつ根拠（番号法10条・11条・20条）と、なすべきことを示す。
        """),
      example: "mynumber entrustment check --vault acme.vault --as 佐藤")
  }

  @Argument(help: .both("The contractor's id or name; all without it.", "委託先のIDまたは名称。なければ全部。"))
  var name: String?

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let register = try Entrustments(session).register()
    let records = try name.map { name in
      guard let record = register.record(named: name) else {
        throw Failure(ExitStatus.noInput, .notFound("contractor \(name)"))
      }
      return [record]
    }
    let findings = EntrustmentFindings(
      records ?? register.records, register, try HandOvers(session).list(), session.vault)
    try findings.listing.write(to: context, as: format.format)
    if findings.listing.rows.isEmpty { context.terminal.tell(.entrustmentsInOrder) }
  }
}
