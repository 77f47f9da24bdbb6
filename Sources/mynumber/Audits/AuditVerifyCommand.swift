import ArgumentParser
import MyNumberKit

/// `audit verify`: checks an exported log offline.
struct AuditVerifyCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "verify",
      Message("Check an exported log without the vault.", "書き出した記録を、保管庫なしで検証する。"),
      Message(
        """
        Trusts no key of the export: give the vault id that 'init' printed, or a checkpoint that \
        was kept elsewhere, or both. Names the first line that does not verify, and exits 76.
        """,
        """
        書き出された鍵は信用しない。'init' が表示した保管庫ID、別に保管したチェックポイント、またはその両方を与える。\
        検証に通らない最初の行を示し、76 で終わる。
        """),
      example: "mynumber audit verify log.jsonl --checkpoint 2026-03.checkpoint")
  }

  @Argument(help: .both("The exported log.", "書き出した記録。"))
  var file: String

  @Option(help: .both("The vault id that init printed.", "init が表示した保管庫ID。", valueName: "id"))
  var vaultId: String?

  @Option(help: .both("A checkpoint kept elsewhere.", "別に保管したチェックポイント。", valueName: "file"))
  var checkpoint: String?

  @OptionGroup var format: FormatOptions
  @OptionGroup var language: LanguageOptions

  func validate() throws {
    guard vaultId != nil || checkpoint != nil else {
      throw ValidationError(.vaultIdOrCheckpoint)
    }
  }

  func run(in context: CommandContext) throws {
    let verdict = try verdict(context)
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
    try listing.write(to: context, as: format.format)
    context.terminal.tell(.logVerifies)
  }

  private func verdict(_ context: CommandContext) throws -> LogVerdict {
    var verification = try verification(context)
    do {
      try InputFile.opened(context.path(file), named: file) { descriptor in
        try InputFile.forEachChunk(of: descriptor, file) { chunk in
          try verification.take(chunk.span)
        }
      }
      return try verification.finish()
    } catch let error as AuditingError {
      throw Failure(ExitStatus.integrity, .verbatim("\(file): \(error)"))
    }
  }

  private func verification(_ context: CommandContext) throws -> LogVerification {
    let signed = try checkpoint.map { name in
      try SignedCheckpoint(
        parsing: try InputFile.bytes(
          context.path(name), named: name, limit: SignedCheckpoint.textLimit))
    }
    guard let vaultId else {
      guard let signed else { throw Failure.usage(.vaultMissing) }
      return try LogVerification(containing: signed)
    }
    guard let id = VaultID(text: vaultId) else { throw Failure.usage(.badVaultID) }
    return try LogVerification(trusting: id, containing: signed)
  }
}
