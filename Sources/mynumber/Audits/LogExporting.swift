import MyNumberKit

/// Writes the log of an opened vault to a file.
struct LogExporting {
  private let vault: Vault

  /// How much is gathered before it is written.
  private static let chunkSize = 1 << 16

  init(_ vault: Vault) { self.vault = vault }

  /// Writes every entry, and every checkpoint after the entries it covers.
  ///
  /// - Returns: How many entries and bytes were written.
  func write(to file: borrowing PrivateFile) throws -> (entries: Int, bytes: Int) {
    let lines = LineBuffer()
    var checkpoints = try vault.checkpoints()[...]
    var export = try LogExport<Failure>(of: vault.id, failure: { Failure($0) }) {
      lines.add($0)
    }
    try vault.forEachEntry { (bytes) throws(CustodyError) in
      do {
        try export.append(entry: Self.array(bytes))
        while let checkpoint = checkpoints.first, checkpoint.size == export.count {
          try export.append(checkpoint: checkpoint.text)
          checkpoints = checkpoints.dropFirst()
        }
        if lines.bytes.count > Self.chunkSize { try lines.flush(to: file) }
      } catch {
        throw Self.custodyError(error)
      }
    }
    try export.finish()
    try lines.flush(to: file)
    return (export.count, lines.written)
  }

  private static func array(_ span: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(span.count)
    for index in span.indices { bytes.append(span[index]) }
    return bytes
  }

  private static func custodyError(_ error: any Error) -> CustodyError {
    guard case TextError.inputOutput(let number) = error else {
      return CustodyError(.integrity("\(error)"))
    }
    return CustodyError(.storage(StorageError(.failed(number), doing: "writing the log")))
  }
}
