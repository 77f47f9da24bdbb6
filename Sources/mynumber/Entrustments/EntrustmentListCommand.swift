import ArgumentParser
import MyNumberKit

/// `entrustment list`: the contractors.
struct EntrustmentListCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "list",
      Message("List the contractors.", "委託先を一覧にする。"),
      Message(
        """
        Shows each contractor with its tier, who entrusts it, purposes, first and last day, by when \
        it has to be looked at again, whether everything came back, and what stands against giving \
        it anything (Article 11). It reads the log and the people's records and writes nothing.
        """,
        """
        委託先ごとに、段階、委託者、利用目的、期間、次の監督の期限、返却の有無、渡せない理由を示す（番号法11条）。\
        ログと記録を読むだけで、何も書き込まない。
        """),
      example: "mynumber entrustment list --vault acme.vault --as 佐藤 --format csv")
  }

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let register = try Entrustments(session).register()
    try EntrustmentListing(register, session.vault).listing.write(to: context, as: format.format)
  }
}
