import ArgumentParser
import MyNumberKit

/// `purge approve`: a second user's signature over what a purge would destroy.
struct PurgeApproveCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "approve",
      Message("Approve the plan of a purge as a second user.", "廃棄計画を別の利用者として承認する。"),
      Message(
        """
        Where the policy says purge_approval: second-user, a purge needs the approval of another \
        user than the one who purges. The plan is written by 'purge --dry-run --plan FILE'; it \
        holds codes and dates only. The approval holds for this plan and no other.
        """,
        """
        規程に purge_approval: second-user とあるとき、廃棄には、廃棄する利用者とは別の利用者の承認が要る。計画は \
        'purge --dry-run --plan FILE' で書き出す。計画にあるのは符号と日付だけである。承認はその計画に限り有効である。
        """),
      example: "mynumber purge approve plan.json --vault acme.vault --as 監査")
  }

  @Argument(help: .both("The plan.", "計画のファイル。"))
  var plan: String

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let document = try InputFile.bytes(
      context.path(plan), named: plan, limit: PurgeApproval.limit)
    let session = try VaultAccess(context).signIn(options)
    let approved = try PurgeApproval(session).approve(document)
    context.terminal.tell(.planApproved(approved.items.count))
  }
}
