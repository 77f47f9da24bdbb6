import ArgumentParser
import MyNumberKit

/// `change list`: the offices to tell, the most pressing first.
struct ChangeListCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "list",
      Message("List the offices to tell and what is done.", "届出先と、済んだものを一覧にする。"),
      Message(
        """
        Overdue first, then by last day. A changed number goes to Hello Work (雇用保険法施行規則14条), \
        the pension office (厚年則21条の4) and the health insurer (健保則27条の2), and into the \
        declaration ledger; a wrong one is corrected where it was filed. Only offices of purposes \
        that were declared to the person are named. It is worked out from the people's records by \
        the policy (policy show --file number-changes.yaml). With the counts by reason of people \
        without a usable number.
        """,
        """
        期限切れを先に、期限の順に示す。変更は公共職業安定所（雇用保険法施行規則14条）、年金事務所（厚年則21条の4）、\
        健康保険組合等（健保則27条の2）と申告書の帳簿に、訂正は提出した先に届け出る。本人に通知した利用目的に\
        関するものだけを、本人の記録と規程（policy show --file number-changes.yaml）から導いて示す。使える番号のない人の\
        理由別の人数も示す。
        """),
      example: "mynumber change list --open --vault acme.vault --as 鈴木")
  }

  @Argument(help: .both("Only these people.", "この人だけ。"))
  var codes: [PersonCode] = []

  @Flag(help: .both("Only what is still to be done.", "未了のものだけ。"))
  var open = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options, for: .list)
    let listing = ChangeListing(
      of: try ChosenPeople(session).summaries(codes), under: session.vault.policy,
      asOf: context.today, onlyOpen: open)
    try listing.document.write(to: context, as: format.format, counting: listing.missing)
    guard !listing.lines.isEmpty else { return }
    for question in session.vault.policy.numberChanges.questions {
      context.terminal.tell(.openQuestion(question))
    }
  }
}
