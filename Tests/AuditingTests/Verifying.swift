@testable import Auditing

/// Verifies a whole export, cut into pieces of `step` bytes.
func verify(
  _ export: [UInt8], of vault: VaultID, containing checkpoint: [UInt8]? = nil, step: Int = 4096
) throws -> LogVerdict {
  let checkpoint = try checkpoint.map { try SignedCheckpoint(parsing: $0) }
  var verification = try LogVerification(trusting: vault, containing: checkpoint)
  for start in stride(from: 0, to: export.count, by: step) {
    try verification.take(export[start..<min(start + step, export.count)].span)
  }
  return try verification.finish()
}

/// The error that an export meets; nil if it is right.
func failure(
  _ export: [UInt8], of vault: VaultID, containing checkpoint: [UInt8]? = nil
) -> AuditingError? {
  do {
    _ = try verify(export, of: vault, containing: checkpoint)
    return nil
  } catch {
    return error as? AuditingError
  }
}

/// The lines of an export, each with its LF.
func lines(of export: [UInt8]) -> [[UInt8]] {
  export.split(separator: 0x0A).map { $0 + [0x0A] }
}

/// Lines of an export with a last line that counts them.
func closed(_ lines: some Collection<[UInt8]>) -> [UInt8] {
  let entries = lines.count { $0.text.hasPrefix(#"{"entry":"#) }
  let checkpoints = lines.count { $0.text.hasPrefix(#"{"checkpoint":"#) }
  let others = lines.filter { !$0.text.hasPrefix(#"{"checkpoints":"#) }
  return others.flatMap { $0 } + LogLine.closing(entries: entries, checkpoints: checkpoints)
}

extension [UInt8] {
  /// The bytes as text, to change them.
  var text: String { String(decoding: self, as: UTF8.self) }
}
