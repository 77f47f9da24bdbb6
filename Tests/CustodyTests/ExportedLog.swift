import MyNumberKit

/// A vault's log as `audit export` writes it.
enum ExportedLog {
  static func bytes(of vault: Vault) throws -> [UInt8] {
    let lines = Lines()
    var export = try LogExport<AuditingError>(of: vault.id, failure: { $0 }) { lines.take($0) }
    var checkpoints = try vault.checkpoints()[...]
    for entry in try vault.entries() {
      try export.append(entry: entry.canonicalBytes())
      guard let next = checkpoints.first, next.size == export.count else { continue }
      try export.append(checkpoint: next.text)
      checkpoints.removeFirst()
    }
    try export.finish()
    return lines.bytes
  }

  private final class Lines {
    private(set) var bytes: [UInt8] = []

    func take(_ line: Span<UInt8>) { for place in line.indices { bytes.append(line[place]) } }
  }
}
