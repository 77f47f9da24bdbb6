import Foundation
import MyNumberKit

/// A log as it is exported, and how it is verified.
struct LogFile {
  let path: String

  /// Exports a vault's log; returns how many entries it has.
  func export(_ vault: Vault) throws -> Int {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw BenchError("the log") }
    var waiting = Data()
    var checkpoints = try vault.checkpoints()[...]
    var export = try LogExport<CustodyError>(of: vault.id, failure: Self.failure) { line in
      for place in line.indices { waiting.append(line[place]) }
    }
    try vault.forEachEntry { (bytes) throws(CustodyError) in
      var entry: [UInt8] = []
      entry.reserveCapacity(bytes.count)
      for place in bytes.indices { entry.append(bytes[place]) }
      try export.append(entry: entry)
      while let checkpoint = checkpoints.first, checkpoint.size == export.count {
        try export.append(checkpoint: checkpoint.text)
        checkpoints = checkpoints.dropFirst()
      }
      guard waiting.count > 1 << 20 else { return }
      file.write(waiting)
      waiting.removeAll(keepingCapacity: true)
    }
    try export.finish()
    file.write(waiting)
    try file.close()
    return export.count
  }

  private static func failure(_ error: AuditingError) -> CustodyError {
    CustodyError(.integrity("\(error)"))
  }

  /// Verifies it with the vault id alone.
  func verify(_ vault: VaultID) throws -> LogVerdict {
    guard let file = FileHandle(forReadingAtPath: path) else { throw BenchError("the log") }
    var verification = try LogVerification(trusting: vault)
    while let chunk = try file.read(upToCount: 1 << 16), !chunk.isEmpty {
      try verification.take(Array(chunk).span)
    }
    return try verification.finish()
  }
}
