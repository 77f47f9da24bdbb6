import ArgumentParser
import MyNumberKit

/// `audit verify`: checks an exported log offline.
struct AuditVerifyCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "verify",
      Message(
        "Check an exported log or a certificate of disposal without the vault.",
        "書き出した記録または廃棄証明書を、保管庫なしで検証する。"),
      Message(
        """
        Trusts no key of the file: give the vault id that 'init' printed, or a checkpoint that \
        was kept elsewhere, or both. Names the first line that does not verify, and exits 76. A \
        certificate (purge --certificate) brings all that its signature rests on, and stays valid \
        when the person is wholly gone. That it happened in this log is shown with --log, or by a \
        checkpoint of one of its two sizes; without them its signer alone vouches for it.
        """,
        """
        ファイルの中の鍵は信用しない。'init' が表示した保管庫ID、別に保管したチェックポイント、またはその両方を与える。\
        検証に通らない最初の行を示し、76 で終わる。廃棄証明書（purge --certificate）は署名の根拠をすべて含み、\
        対象者のデータがすべて消えた後も検証できる。この記録の中で起きたことは、--log か、証明書にある二つの件数の\
        どちらかのチェックポイントで確かめられる。どちらもないときは、署名した利用者だけが保証する。
        """),
      example: "mynumber audit verify log.jsonl --checkpoint 2026-03.checkpoint")
  }

  @Argument(help: .both("The exported log or the certificate.", "書き出した記録または廃棄証明書。"))
  var file: String

  @Option(help: .both("The vault id that init printed.", "init が表示した保管庫ID。", valueName: "id"))
  var vaultId: String?

  @Option(help: .both("A checkpoint kept elsewhere.", "別に保管したチェックポイント。", valueName: "file"))
  var checkpoint: String?

  @Option(
    help: .both(
      "With a certificate: the exported log to hold it against.",
      "廃棄証明書とともに: 照合する、書き出した記録。", valueName: "file"))
  var log: String?

  @OptionGroup var format: FormatOptions
  @OptionGroup var language: LanguageOptions

  func validate() throws {
    guard vaultId != nil || checkpoint != nil else {
      throw ValidationError(.vaultIdOrCheckpoint)
    }
  }

  func run(in context: CommandContext) throws {
    guard let bytes = try certificate(context) else {
      try logged(context).write(to: context, as: format.format)
      return context.terminal.tell(.logVerifies)
    }
    let verdict = try certified(bytes, context)
    let isProven = verdict.isAnchored || log != nil
    try CertificateListing(verdict, isInLog: log != nil).listing
      .write(to: context, as: format.format)
    context.terminal.tell(
      isProven ? .certificateVerifies : .certificateBySigner(verdict.issuer.name))
  }

  /// The file's bytes, if it is meant to be a certificate.
  private func certificate(_ context: CommandContext) throws -> [UInt8]? {
    var start: [UInt8] = []
    try InputFile.opened(context.path(file), named: file) { descriptor in
      try InputFile.forEachChunk(of: descriptor, file) { chunk in
        if start.isEmpty { start = Array(chunk.prefix(16)) }
      }
    }
    guard CertificateVerification.isCertificate(beginningWith: start) else { return nil }
    return try InputFile.bytes(
      context.path(file), named: file, limit: CertificateVerification.limit)
  }

  private func certified(
    _ bytes: [UInt8], _ context: CommandContext
  ) throws -> CertificateVerdict {
    let (id, signed) = try trusted(context)
    let verdict: CertificateVerdict
    do {
      verdict = try verification(id, signed).verify(bytes)
    } catch let error as AuditingError {
      throw integrity(error)
    }
    if let log {
      _ = try self.verdict(log, proving: verdict.statement, context)
    } else if let size = signed?.checkpoint.size, !verdict.isAnchored {
      throw Failure.usage(.checkpointElsewhere(size, verdict.statement))
    }
    return verdict
  }

  private func verification(
    _ id: VaultID?, _ signed: SignedCheckpoint?
  ) throws -> CertificateVerification {
    if let id { return try CertificateVerification(trusting: id, containing: signed) }
    guard let signed else { throw Failure.usage(.vaultMissing) }
    return try CertificateVerification(containing: signed)
  }

  private func logged(_ context: CommandContext) throws -> Listing {
    if log != nil { throw Failure.usage(.noCertificate(file)) }
    let verdict = try verdict(file, proving: nil, context)
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
    for user in verdict.users {
      let ended = user.revokedIndex.map { ", revoked at \($0)" } ?? ""
      let roles = user.statement.roles.joined(separator: "; ")
      listing.rows.append(["user", "\(user.id) \(user.name): \(roles)\(ended)"])
    }
    return listing
  }

  private func verdict(
    _ file: String, proving certificate: DisposalStatement?, _ context: CommandContext
  ) throws -> LogVerdict {
    var verification = try verification(proving: certificate, context)
    do {
      try InputFile.opened(context.path(file), named: file) { descriptor in
        try InputFile.forEachChunk(of: descriptor, file) { chunk in
          try verification.take(chunk.span)
        }
      }
      return try verification.finish()
    } catch let error as AuditingError {
      throw integrity(error, in: file)
    }
  }

  private func integrity(_ error: AuditingError, in file: String? = nil) -> Failure {
    let file = file ?? self.file
    return Failure(ExitStatus.integrity, .verbatim("\(file): \(error)"))
  }

  private func verification(
    proving certificate: DisposalStatement?, _ context: CommandContext
  ) throws -> LogVerification {
    let (id, signed) = try trusted(context)
    if let id {
      return try LogVerification(trusting: id, containing: signed, proving: certificate)
    }
    guard let signed else { throw Failure.usage(.vaultMissing) }
    return try LogVerification(containing: signed, proving: certificate)
  }

  /// What comes from outside: the vault id, the checkpoint.
  private func trusted(_ context: CommandContext) throws -> (VaultID?, SignedCheckpoint?) {
    let signed = try checkpoint.map { name in
      try SignedCheckpoint(
        parsing: try InputFile.bytes(
          context.path(name), named: name, limit: SignedCheckpoint.textLimit))
    }
    guard let vaultId else { return (nil, signed) }
    guard let id = VaultID(text: vaultId) else { throw Failure.usage(.badVaultID) }
    return (id, signed)
  }
}
