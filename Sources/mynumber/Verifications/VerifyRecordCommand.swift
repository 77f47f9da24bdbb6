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
        Judged by the law of the day on which the documents were shown; what suffices is recorded \
        (kinds of documents and dates only, sealed; no document numbers, no images), and the number \
        can be used. What does not is refused with what is missing and its article (77), and \
        nothing is recorded: --number-only records the proof of the number while the identity is \
        still open. Several people at once: codes that were verified alike, or --file with JSON: \
        {"code": "0003", "date": …, "channel": …, "provider": …, "documents": …, "facts": …} each.
        """,
        """
        書類の提示を受けた日の法令で判定し、足りれば記録して（書類の種類と日付だけを封印し、書類番号や画像は残さない）\
        番号を使えるようにする。足りなければ、足りないものと条文を示して拒否し（77）、何も記録しない。--number-only は、\
        身元確認が残っていても番号確認だけを記録する。同じ方法で確認した人のコードを並べるか、--file の JSON \
        {"code": "0003", "date": …, "channel": …, "provider": …, "documents": …, "facts": …} で、まとめて記録できる。
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
      throw ValidationError("give codes, or --file")
    }
    if file == nil { try shown.check() } else { try shown.checkUnused() }
  }

  func run(in context: CommandContext) throws {
    let read = try file.map { file in
      try CaseFile(context, file).read { (bytes) throws(IdentityCaseError) in
        try IdentityStatement(json: bytes)
      }
    }
    let session = try VaultAccess(context).signIn(options)
    let statements = try read ?? stated(session.vault.policy.identity)
    let outcomes = try VerificationRecording(session, numberOnly: numberOnly).record(statements)
    try VerificationListing(outcomes).listing.write(to: context, as: format.format)
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
