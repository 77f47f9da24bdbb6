import ArgumentParser
import MyNumberKit

/// What comes from outside, and is trusted when a file is verified.
struct TrustOptions: ParsableArguments {
  @Option(help: .both("The vault id that init printed.", "init が表示した保管庫ID。", valueName: "id"))
  var vaultId: String?

  @Option(help: .both("A checkpoint kept elsewhere.", "別に保管したチェックポイント。", valueName: "file"))
  var checkpoint: String?

  @Option(
    help: .both(
      "The witness whose cosignature the checkpoint must bear, as 'audit witness-key' printed it.",
      "チェックポイントに連署しているべき立会人。'audit witness-key' が表示したもの。", valueName: "key"))
  var witness: String?

  func validate() throws {
    guard vaultId != nil || checkpoint != nil else {
      throw ValidationError(.vaultIdOrCheckpoint)
    }
    guard witness == nil || checkpoint != nil else {
      throw ValidationError(.witnessNeedsCheckpoint)
    }
  }

  /// Reads the checkpoint, and checks the witness's cosignature.
  func trust(_ context: CommandContext) throws -> OutsideTrust {
    let outside = try OutsideCheckpoint(checkpoint, witness, context)
    let id = try vaultId.map { text in
      guard let id = VaultID(text: text) else { throw Failure.usage(.badVaultID) }
      return id
    }
    let origin = outside?.signed.checkpoint.origin
    guard let id = id ?? origin.flatMap({ VaultID(text: $0) }) else {
      throw AuditingError(.malformed, detail: "origin of the checkpoint from outside")
    }
    return OutsideTrust(vault: id, outside: outside)
  }
}
