import ArgumentParser
import MyNumberKit

/// `entrustment add`: registers a contract from a file.
struct EntrustmentAddCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "add",
      Message("Register a contract with a contractor.", "委託契約を登録する。"),
      Message(
        """
        Takes a YAML file with id, name, entruster (root, or the contractor that re-entrusts), \
        purposes, from, until, clauses (of each the day on which it was agreed, or false), \
        permission (by, on), supervision (how, months) and perhaps public_key, which \
        'mynumber handover keys' prints for the contractor. Every mistake is listed with its line. \
        A re-entrustment without the permission of root is refused (Article 10). Contracts that lack \
        a clause are registered and shown; nothing is given by them (Article 11; the clauses are \
        those of 番号法ガイドライン第4-2-(1), see 'policy show'). The contract as registered stands \
        in the log.
        """,
        """
        id, name, entruster（root または再委託する委託先）, purposes, from, until, clauses（各条項の合意日、なければ \
        false）, permission（by, on）, supervision（how, months）、必要なら public_key（委託先が 'mynumber handover keys' で\
        作る）を持つ YAML を登録する。誤りは行番号とともに全て示す。最初の委託者（root）の許諾のない再委託は拒否する\
        （番号法10条1項）。条項を欠く契約は登録されて一覧に出るが、それによって渡せるものはない（番号法\
        11条。条項は番号法ガイドライン第4-2-(1) のもので、policy show が示す）。登録した契約はログに残る。
        """),
      example: """
        mynumber entrustment add yamada-sr.yaml --vault acme.vault --as 佐藤

        yamada-sr.yaml:
        id: yamada-sr
        name: 山田社会保険労務士法人
        entruster: root
        purposes: [health-pension, employment-insurance]
        from: 2026-04-01
        until: 2027-03-31
        clauses:
        \(ContractClause.allCases.map { "  \($0.rawValue): 2026-03-20" }.joined(separator: "\n"))
        supervision: {how: 実地確認, months: 12}
        """)
  }

  @Argument(help: .both("The YAML file.", "YAMLファイル。"))
  var file: String

  @Flag(
    help: .both(
      "Replace the contract that is registered; keys it no longer covers end.",
      "登録済みの契約を置き換える。新しい契約の及ばない鍵は廃棄する。"))
  var replace = false

  @OptionGroup var options: SignInOptions

  private static let limit = 1 << 18

  func run(in context: CommandContext) throws {
    let bytes = try InputFile.bytes(context.path(file), named: file, limit: Self.limit)
    let session = try VaultAccess(context).signIn(options)
    let entrustments = Entrustments(session)
    let contract = try entrustments.add(bytes, named: file, replaces: replace)
    context.terminal.tell(.contractAdded(contract.id))
    let gaps = try entrustments.register().gaps(
      of: contract.id, on: session.vault.decisionDay, by: session.vault.policy.entrustment)
    for gap in gaps { context.terminal.tell(.gap(gap, Names(session.vault.policy))) }
  }
}
