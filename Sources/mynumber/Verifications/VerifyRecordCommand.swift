import ArgumentParser
import MyNumberKit

/// `verify record`: records how people were verified.
struct VerifyRecordCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "record",
      Message("Record how a person was verified.", "本人確認を記録する。"),
      Message(
        """
        Whoever receives a number verifies it and the person (Article 16). Judged by the law of \
        the day on which the documents were shown; what suffices is recorded \
        (kinds of documents and dates only, sealed; no document numbers, no images), and the number \
        can be used. What does not is refused with what is missing and its article (77), and \
        nothing is recorded: --number-only records the proof of the number while the identity is \
        still open. Several people at once: codes that were verified alike, or --file with JSON: \
        {"code": "0003", "date": …, "channel": …, "provider": …, "documents": …, "facts": …} each. Documents and facts are those of the policy ('policy show \
        --file identity.yaml'): particulars-agree (name and birth date or address agree on all \
        papers), plainly-same-person, identity-checked-at-hiring … From a former employer (番号法\
        19条4号): --provider former-employer --consent DAY --fact consent-names-employer --fact \
        employment-decided. A dependent is verified by the employee, and only a category 3 spouse \
        by the employer, through the employee with a mandate.
        """,
        """
        番号の提供を受けるときの本人確認（番号法16条）。書類の提示を受けた日の法令で判定し、足りれば記録して（書類の種類と日付だけを封印し、書類番号や画像は残さない）\
        番号を使えるようにする。足りなければ、足りないものと条文を示して拒否し（77）、何も記録しない。--number-only は、\
        身元確認が残っていても番号確認だけを記録する。同じ方法で確認した人のコードを並べるか、--file の JSON \
        {"code": "0003", "date": …, "channel": …, "provider": …, "documents": …, "facts": …} で、まとめて記録できる。書類と --fact の語は規程にある（policy show --file identity.yaml）。\
        particulars-agree（どの書類でも氏名と生年月日または住所が一致）、plainly-same-person（見て本人と分かる）、\
        identity-checked-at-hiring（採用時に書類で確認済み）など。前の事業者から受けたとき（番号法19条4号）は \
        --provider 前の事業者 --consent 同意の日 --fact consent-names-employer --fact employment-decided。\
        扶養親族の本人確認は従業員が行い、事業者が行うのは第3号の配偶者だけ（従業員を代理人とし、委任状による）。
        """),
      example: """
        mynumber verify record 0003 --method 対面 --on 2026-11-20 --number-document 住民票の写し \\
          --identity-document 運転免許証 --expiry 2029-05-14 --fact particulars-agree \\
          --vault acme.vault --as 鈴木
        """)
  }

  @Argument(help: .both("The people's codes.", "対象者のコード。"))
  var codes: [PersonCode] = []

  @OptionGroup var shown: ShownOptions

  @Option(
    help: .both(
      "Cases in JSON, each with a code; - for standard input.",
      "コードの付いた事例の JSON。- は標準入力。", valueName: "file"))
  var file: String?

  @Flag(
    help: .both(
      "Record a proof of the number alone; the number stays unusable.",
      "番号確認だけでも記録する。番号はまだ使えない。"))
  var numberOnly = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func validate() throws {
    guard codes.isEmpty == (file != nil) else {
      throw ValidationError(.codesOrFile)
    }
    if file == nil { try shown.check() } else { try shown.checkUnused() }
  }

  func run(in context: CommandContext) throws {
    let read = try file.map { file in
      try CaseFile(context, file).read { (bytes) throws(CaseError) in
        try IdentityStatement(json: bytes)
      }
    }
    let session = try VaultAccess(context).signIn(options)
    let statements = try read ?? stated(session.vault.policy.identity)
    let outcomes = try VerificationRecording(session, numberOnly: numberOnly).record(statements)
    try VerificationListing(outcomes, Names(session.vault.policy)).listing.write(
      to: context, as: format.format)
    try tell(outcomes, session.vault.policy.identity, context)
  }

  private func stated(_ rules: IdentityRules) throws -> [IdentityStatement] {
    let identity = try shown.identityCase(under: rules)
    return codes.map { IdentityStatement(code: $0, identity: identity) }
  }

  /// Says what is missing of whom, in full where nothing was recorded.
  private func tell(
    _ outcomes: [VerificationOutcome], _ rules: IdentityRules, _ context: CommandContext
  ) throws {
    let missing = outcomes.flatMap { outcome in
      outcome.answer.missing.map { Message.missing($0, of: outcome.code, under: rules) }
    }
    guard outcomes.allSatisfy(\.isRecorded) else {
      throw Failure(ExitStatus.refused, messages: missing, hints: [.verificationNotRecorded])
    }
    missing.forEach(context.terminal.tell)
    context.terminal.tell(
      missing.isEmpty ? .verificationRecorded(outcomes.count) : .onlyNumbersProved)
  }
}
