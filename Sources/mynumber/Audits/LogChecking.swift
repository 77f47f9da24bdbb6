import MyNumberKit

/// Verifies an exported log, file by file.
struct LogChecking {
  let trust: OutsideTrust
  let context: CommandContext

  /// - Parameters:
  ///   - statement: What a file beside the log states, to be held against it.
  ///   - observer: Who looks on.
  func verdict(
    _ file: String, proving statement: LogStatement? = nil,
    watchedBy observer: (any LogObserver)? = nil
  ) throws -> LogVerdict {
    var verification = try LogVerification(
      trusting: trust.vault, containing: trust.checkpoint, proving: statement,
      watchedBy: observer)
    do {
      try InputFile.opened(context.path(file), named: file) { descriptor in
        try InputFile.forEachChunk(of: descriptor, file) { chunk in
          try verification.take(chunk.span)
        }
      }
      return try verification.finish()
    } catch let error as AuditingError {
      throw Self.integrity(error, in: file)
    }
  }

  static func integrity(_ error: AuditingError, in file: String) -> Failure {
    Failure(ExitStatus.integrity, .verbatim("\(file): \(error)"))
  }
}
