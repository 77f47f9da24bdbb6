import ArgumentParser
import MyNumberKit

/// `entrustment show`: one contractor.
struct EntrustmentShowCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "show",
      Message("Show one contractor.", "委託先を一つ表示する。"),
      Message(
        """
        Shows the contract with each clause and its day, who permitted a re-entrustment, what was \
        found when its handling was looked at, its users and keys, and what is to be done (番号法10条, \
        11条). A clause without a day was not agreed on. It writes nothing.
        """,
        """
        契約の条項と合意日、再委託の許諾、監督の結果、利用者と鍵、なすべきことを示す（番号法10条・11条）。\
        日付のない条項は合意されていない。何も書き込まない。
        """),
      example: "mynumber entrustment show yamada-sr --vault acme.vault --as 佐藤")
  }

  @Argument(help: .both("The contractor's id or name.", "委託先のIDまたは名称。"))
  var name: String

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let register = try Entrustments(session).register()
    guard let record = register.record(named: name) else {
      throw Failure(ExitStatus.noInput, .notFound("contractor \(name)"))
    }
    try EntrustmentSheet(record, register, session.vault).listing.write(
      to: context, as: format.format)
  }
}
