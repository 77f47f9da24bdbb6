import ArgumentParser
import MyNumberKit

/// `entrustment share`: shares named people's numbers with a contractor by key.
struct EntrustmentShareCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "share",
      Message("Share people's numbers with a contractor.", "番号を委託先と共有する。"),
      Message(
        """
        Provision under entrustment (番号法19条6号). Wraps the named people's keys for a key pair of the contractor's own, which its users hold \
        until the contract ends: what was not shared does not open for them, whatever the rules say. \
        It is run by a holder of the purpose. If somebody who held the pair was revoked, a new one is \
        made and everything shared before is wrapped anew. Who was shared with whom stands in the \
        log; no number is shown.
        """,
        """
        委託に伴う提供（番号法19条6号）。指定した人の番号の鍵を、委託先専用の鍵の対に包み直す。委託先の利用者は契約の終わりまでその鍵を持ち、共有されて\
        いないものは規則にかかわらず開けない。その利用目的の鍵の保有者が実行する。鍵を持つ人が取り消されていれば、新しい\
        対を作り、共有済みのものを全て包み直す。誰の番号を共有したかはログに残る。番号は表示しない。
        """),
      example: """
        mynumber entrustment share yamada-sr --purpose health-pension --people 0001,0002 \\
          --vault acme.vault --as 鈴木
        """)
  }

  @Argument(help: .both("A contractor, or one of its users.", "委託先、またはその利用者。"))
  var name: String

  @Option(help: .both("The purpose of use.", "利用目的。", valueName: "purpose"))
  var purpose: String

  @OptionGroup var people: PeopleOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    guard let codes = try people.codes(in: context) else { throw Failure.usage(.noPeople) }
    let session = try VaultAccess(context).signIn(options)
    let names = Names(session.vault.policy)
    let outcome = try ContractorSharing(session).share(
      with: name, for: session.vault.policy.purposeID(purpose), codes,
      refused: { code, refusal in context.terminal.tell(.refusedFor(code.text, refusal, names)) })
    context.terminal.tell(.shared(outcome))
  }
}
