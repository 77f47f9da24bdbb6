import ArgumentParser
import MyNumberKit

/// `audit countersign`: a witness verifies a log and cosigns its newest checkpoint.
struct AuditCountersignCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "countersign",
      Message("Verify a log as a witness and cosign its end.", "立会人として記録を検証し、末尾に連署する。"),
      Message(
        """
        Verifies an exported log as 'audit verify' does, against the checkpoint that this witness \
        cosigned last, and writes its newest checkpoint with a cosignature that says when (C2SP \
        tlog-cosignature). Keep a copy: it shows any log that lacks what the witness has seen. Only \
        the first time (--first) the vault id will do: a cosignature says that the log grew out of \
        the one cosigned before. It needs no vault.
        """,
        """
        'audit verify' と同じく、この立会人が前回連署したチェックポイントに照らして、書き出した記録を検証し、最新の\
        チェックポイントに日時つきの連署（C2SP tlog-cosignature）を加えて書き出す。控えを残すこと。\
        立会人が見たものを欠く記録は、これで分かる。保管庫IDだけでよいのは初回（--first）に限る。連署は、前回連署した記録から\
        育ったものであることを示すからである。保管庫は要らない。
        """),
      example:
        "mynumber audit countersign log.jsonl --key witness.key --checkpoint last.checkpoint --out new.checkpoint"
    )
  }

  @Argument(help: .both("The exported log.", "書き出した記録。"))
  var file: String

  @Option(help: .both("The witness's key file.", "立会人の鍵ファイル。", valueName: "file"))
  var key: String

  @Option(help: .both("The file to make.", "書き出し先。", valueName: "file"))
  var out: String

  @Option(
    help: .both(
      "A file of mode 0600 with the passphrase; otherwise it is asked for.",
      "パスフレーズのファイル（0600）。なければ入力を求める。", valueName: "file"))
  var passphraseFile: String?

  @Flag(
    help: .both(
      "This witness has cosigned no checkpoint of this log.", "この立会人がこの記録に連署するのは初めてである。"))
  var first = false

  @OptionGroup var trust: TrustOptions
  @OptionGroup var language: LanguageOptions

  func run(in context: CommandContext) throws {
    let key = try witnessKey(context)
    let trust = try trust.trust(context)
    try check(trust, key.witness)
    let made = try PrivateFile(creating: context.path(out))
    let verdict = try LogChecking(trust: trust, context: context).verdict(file)
    let passphrase = try PassphraseReader(context).passphrase(
      file: passphraseFile, asking: .receiverPassphrase, option: "--passphrase-file")
    let cosigned: SignedCheckpoint
    do throws(SealingError) {
      cosigned = try key.cosign(verdict.newestCheckpoint, under: passphrase, at: context.now())
    } catch {
      guard error.code == .wrongPassphrase else { throw error }
      throw Failure(ExitStatus.refused, .wrongKeyPassphrase)
    }
    let text = cosigned.text
    try made.write(text.span)
    try made.finish()
    context.terminal.tell(.cosigned(entries: verdict.signedSize, by: key.witness.name, to: out))
  }

  /// A house that rewrote its log would bring it with the vault id, or with a checkpoint of its own.
  private func check(_ trust: OutsideTrust, _ witness: Witness) throws {
    if first { return }
    guard let before = trust.checkpoint else { throw Failure.usage(.notCosignedBefore) }
    _ = try OutsideCheckpoint.time(of: before, cosignedBy: witness)
  }

  private func witnessKey(_ context: CommandContext) throws -> WitnessKey {
    let bytes = try InputFile.bytes(context.path(key), named: key, limit: 1 << 12)
    do {
      return try WitnessKey(parsing: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw Failure(ExitStatus.badInput, .notAWitnessKey(key))
    }
  }
}
