import ArgumentParser
import MyNumberKit

/// `audit verify`: checks offline an exported log, a certificate of disposal or a disclosure.
struct AuditVerifyCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "verify",
      Message(
        "Check an exported log, a report, a certificate of disposal or a disclosure without the vault.",
        "書き出した記録、報告書、廃棄証明書または開示した記録を、保管庫なしで検証する。"),
      Message(
        """
        Trusts no key of the file: give the vault id that 'init' printed, or a checkpoint that \
        was kept elsewhere, or both. Names the first line that does not verify, and exits 76. A \
        certificate (purge --certificate) brings all that its signature rests on, and stays valid \
        when the person is wholly gone. That it happened in this log is shown with --log, or by a \
        checkpoint of one of its two sizes; without them its signer alone vouches for it. A disclosure \
        (audit disclose) is held against --log too, which shows that no entry of the person is left out. \
        --report holds an access report against the log, in whatever form it is: it is made again and \
        compared byte for byte, and the first figure that differs is named. What the report takes from the \
        vault's records and not from the log is held against the digest in the report's own signed entry, \
        and said to be so. --pdf holds the PDF of a certificate against it. \
        --witness asks for the cosignature of a witness outside the house on the checkpoint.
        """,
        """
        ファイルの中の鍵は信用しない。'init' が表示した保管庫ID、別に保管したチェックポイント、またはその両方を与える。\
        検証に通らない最初の行を示し、76 で終わる。廃棄証明書（purge --certificate）は署名の根拠をすべて含み、\
        対象者のデータがすべて消えた後も検証できる。この記録の中で起きたことは、--log か、証明書にある二つの件数の\
        どちらかのチェックポイントで確かめられる。どちらもないときは、署名した利用者だけが保証する。\
        開示した記録（audit disclose）も --log と照合でき、本人の記録に漏れがないことを確かめられる。--report は、\
        取扱記録報告書（どの形式でも）を記録から作り直して1バイトずつ比べ、異なる最初の数を示す。報告書のうち保管庫の登録内容に\
        よる部分は、報告書を作った署名つきの記録にある要約値と照合し、その旨を示す。--pdf は、廃棄証明書の PDF を証明書と\
        照合する。--witness は、\
        チェックポイントに社外の立会人の連署があることを確かめる。
        """),
      example: "mynumber audit verify log.jsonl --checkpoint 2026-03.checkpoint")
  }

  @Argument(
    help: .both(
      "The exported log, the certificate or the disclosure.", "書き出した記録、廃棄証明書または開示した記録。"))
  var file: String

  @Option(
    help: .both(
      "With a certificate or a disclosure: the exported log to hold it against.",
      "廃棄証明書または開示した記録とともに: 照合する、書き出した記録。", valueName: "file"))
  var log: String?

  @Option(
    help: .both(
      "With a log: the access report to hold against it.", "記録とともに: 照合する取扱記録報告書。",
      valueName: "file"))
  var report: String?

  @Option(
    help: .both(
      "With a certificate: its PDF.", "廃棄証明書とともに: その PDF。", valueName: "file"))
  var pdf: String?

  @Option(
    help: .both(
      "The folder of the policy of the report or certificate (default: the one that comes with the program).",
      "報告書・証明書の規程のフォルダー（既定: 付属の規程）。", valueName: "folder"))
  var policy: String?

  @OptionGroup var trust: TrustOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var language: LanguageOptions

  func run(in context: CommandContext) throws {
    let trust = try trust.trust(context)
    let start = try InputFile.start(of: context.path(file), named: file, count: 16)
    let isCertificate = CertificateVerification.isCertificate(beginningWith: start)
    let isDisclosure = DisclosureVerification.isDisclosure(beginningWith: start)
    let isOther = !isCertificate && !isDisclosure
    // An edited beginning is no mistake of who types.
    if isOther, log != nil || pdf != nil, !LogVerification.isLog(beginningWith: start) {
      throw Failure(ExitStatus.integrity, .noCertificate(file))
    }
    if let pdf, !isCertificate { throw Failure.usage(.sheetNeedsCertificate(pdf)) }
    if let report, !isOther { throw Failure.usage(.reportNeedsLog(report)) }
    if isCertificate {
      let verdict = try certified(trust, context)
      if let pdf { try hold(pdf, against: verdict, context) }
      let isProven = verdict.isAnchored || log != nil
      var listing = CertificateListing(verdict, isInLog: log != nil).listing
      listing.rows += trust.rows(on: context.now())
      try listing.write(to: context, as: format.format)
      context.terminal.tell(
        isProven ? .certificateVerifies : .certificateBySigner(verdict.issuer.name))
    } else if isDisclosure {
      try disclosed(trust, context)
    } else if let report {
      try reported(report, trust, context)
    } else {
      try logged(trust, context).write(to: context, as: format.format)
      context.terminal.tell(.logVerifies)
    }
  }

  private func certified(
    _ trust: OutsideTrust, _ context: CommandContext
  ) throws -> CertificateVerdict {
    let bytes = try InputFile.bytes(
      context.path(file), named: file, limit: CertificateVerification.limit)
    let verdict: CertificateVerdict
    do throws(AuditingError) {
      verdict = try CertificateVerification(
        trusting: trust.vault, containing: trust.checkpoint
      ).verify(bytes)
    } catch {
      throw LogChecking.integrity(error, in: file)
    }
    let sizes = [verdict.statement.before.size, verdict.statement.after.size]
    try hold(
      .disposal(verdict.statement), isAnchored: verdict.isAnchored, of: sizes, trust, context)
    return verdict
  }

  /// The PDF is drawn again; it says nothing that the signed certificate does not.
  private func hold(
    _ pdf: String, against verdict: CertificateVerdict, _ context: CommandContext
  ) throws {
    let bytes = try InputFile.bytes(
      context.path(pdf), named: pdf, limit: CertificateVerification.limit)
    let policy = try Policy(bundle: try PolicyFolder(context).bundle(self.policy))
    guard policy.digestHex == verdict.statement.policy else {
      throw Failure(ExitStatus.noInput, .otherPolicy(verdict.statement.policy))
    }
    guard try DisposalSheet(of: verdict, names: .japanese(policy)).pdf() == bytes else {
      throw Failure(ExitStatus.integrity, .otherSheet(pdf, file))
    }
    context.terminal.tell(.sheetVerifies(pdf))
  }

  private func disclosed(_ trust: OutsideTrust, _ context: CommandContext) throws {
    let bytes = try InputFile.bytes(
      context.path(file), named: file, limit: DisclosureVerification.limit)
    let verdict: DisclosureVerdict
    do throws(AuditingError) {
      verdict = try DisclosureVerification(
        trusting: trust.vault, containing: trust.checkpoint
      ).verify(bytes)
    } catch {
      throw LogChecking.integrity(error, in: file)
    }
    let sizes = [verdict.checkpoint.checkpoint.size]
    try hold(.disclosure(verdict), isAnchored: verdict.isAnchored, of: sizes, trust, context)
    try DisclosureReport(verdict).document.write(to: context, as: format.format)
    context.terminal.tell(
      .disclosureVerifies(
        isWhole: log != nil, isAnchored: verdict.isAnchored,
        size: verdict.checkpoint.checkpoint.size))
  }

  /// Holds a file against the log, if that is given; a checkpoint of another size needs it.
  private func hold(
    _ statement: LogStatement, isAnchored: Bool, of sizes: [Int], _ trust: OutsideTrust,
    _ context: CommandContext
  ) throws {
    if let log {
      _ = try LogChecking(trust: trust, context: context).verdict(log, proving: statement)
    } else if let size = trust.checkpoint?.checkpoint.size, !isAnchored {
      throw Failure.usage(.checkpointElsewhere(size, sizes))
    }
  }

  private func logged(_ trust: OutsideTrust, _ context: CommandContext) throws -> Listing {
    if log != nil { throw Failure.usage(.noCertificate(file)) }
    let verdict = try LogChecking(trust: trust, context: context).verdict(file)
    return listing(verdict, trust, context)
  }

  private func reported(
    _ report: String, _ trust: OutsideTrust, _ context: CommandContext
  ) throws {
    if log != nil { throw Failure.usage(.noCertificate(file)) }
    let checking = ReportChecking(
      checking: LogChecking(trust: trust, context: context), context: context, policy: policy)
    let (log, verification) = try checking.verdict(file, report)
    var listing = listing(log, trust, context)
    listing.rows += [
      ["report", report], ["report-form", verification.form.kind.rawValue],
      ["report-entry", "\(verification.entry)"], ["report-by", verification.signer ?? ""],
    ]
    let isSeen = verification.witnessed.map { shows($0, trust) }
    if let stated = verification.witnessed {
      let what = "\(stated.size) \(stated.witness) \(stated.time.iso)"
      listing.rows.append([isSeen == true ? "report-cosigned" : "report-cosigned-unseen", what])
    }
    try listing.write(to: context, as: format.format)
    context.terminal.tell(
      .reportVerifies(
        entry: verification.entry, by: verification.signer ?? "", isCosignatureSeen: isSeen == true)
    )
  }

  /// Whether the cosignature that a report states is the one that was given and checked here.
  private func shows(_ stated: ReportRecord.Witnessed, _ trust: OutsideTrust) -> Bool {
    guard let outside = trust.outside, let cosigned = outside.cosigned else { return false }
    return outside.signed.checkpoint.size == stated.size
      && cosigned.witness.name == stated.witness && cosigned.time == stated.time
  }

  private func listing(
    _ verdict: LogVerdict, _ trust: OutsideTrust, _ context: CommandContext
  ) -> Listing {
    var listing = Listing([
      .init("item", "Item", "項目", isWord: true), .init("value", "Value", "内容"),
    ])
    listing.rows = [
      ["vault", "\(verdict.vaultID)"], ["entries", "\(verdict.entries)"],
      ["signed-entries", "\(verdict.signedSize)"],
      ["unsigned-entries-after", "\(verdict.unsignedTail)"],
      ["checkpoints", "\(verdict.checkpoints)"],
      ["authority-entries", "\(verdict.authorityEntries)"],
    ]
    listing.rows += trust.rows(on: context.now())
    for user in verdict.users {
      let ended = user.revokedIndex.map { ", revoked at \($0)" } ?? ""
      let roles = user.statement.roles.joined(separator: "; ")
      listing.rows.append(["user", "\(user.id) \(user.name): \(roles)\(ended)"])
    }
    return listing
  }
}
