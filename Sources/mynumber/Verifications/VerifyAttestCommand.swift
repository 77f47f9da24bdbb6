import ArgumentParser
import MyNumberKit

/// `verify attest`: the responsible person answers for numbers verified before the vault.
struct VerifyAttestCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "attest",
      Message(
        "Answer for numbers verified before the vault.", "導入前に本人確認を済ませた番号について責任者が認証する。"),
      Message(
        """
        Numbers that were collected and verified (Article 16) before the vault, of whose \
        verification no particulars were kept, can be used once the administrator attests to them. \
        It is done once, with a reason, stands in the log and is counted apart in every report. \
        What is recorded with documents that do not suffice cannot be attested: verify again. Nor \
        can a number received since: who was hired on the day the vault was begun or later (of \
        others 確認日, else the day of the import, counts) is refused (77) and must be verified.
        """,
        """
        導入前に本人確認（番号法16条）をして収集し、その記録のない番号は、事務取扱責任者が一度認証すれば使えるようになる。\
        理由とともに記録され、どの報告書でも別に数える。書類の記録があって足りないものは認証できない。確認をやり直す。保管庫を作った日以後に収集した番号も認証できず、\
        拒否する（77）。入社日（入社日のない人は確認日、それもなければ取込日）で判断する。verify record で記録する。
        """),
      example: """
        mynumber verify attest --all-without-record \\
          --reason '2016年の取得時に対面で確認。記録は廃棄済み' --vault acme.vault --as 佐藤
        """)
  }

  @Argument(help: .both("The people's codes.", "対象者のコード。"))
  var codes: [PersonCode] = []

  @Flag(
    help: .both(
      "Everybody whose import said 記録なし and who still waits.",
      "取込みで「記録なし」とされ、まだ認証されていない全員。"))
  var allWithoutRecord = false

  @Option(
    help: .both(
      "Why it is known that they were verified.", "本人確認が済んでいると言える理由。", valueName: "text"))
  var reason: String

  @OptionGroup var options: SignInOptions

  func validate() throws {
    guard codes.isEmpty == allWithoutRecord else {
      throw ValidationError(.codesOrAllWithoutRecord)
    }
  }

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let attestation = Attestation(session)
    if allWithoutRecord {
      let outcome = try attestation.attestAllClaimed(reason: reason)
      try tell(outcome, Names(session.vault.policy), context)
    } else {
      try attestation.attest(codes, reason: reason)
      context.terminal.tell(.attested(Set(codes).count))
    }
  }

  /// Who could not be attested is an error each; the others were.
  private func tell(
    _ outcome: AttestationOutcome, _ names: Names, _ context: CommandContext
  ) throws {
    let count = outcome.attested.count
    if count > 0 { context.terminal.tell(.attested(count)) }
    guard let first = outcome.refused.first else {
      if count == 0 { context.terminal.tell(.nothingToAttest) }
      return
    }
    throw Failure(
      ExitStatus.refused,
      messages: outcome.refused.map { .notAttested($0.code, $0.refusal, names) },
      hints: [.remedy(of: first.refusal, names)])
  }
}
