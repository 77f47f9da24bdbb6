internal import Secrets

/// Writes a log so that anyone can check it without the vault: canonical JSON, one object a line.
///
/// ```
/// {"format":"mynumber-log-1","origin":"mynumber/…"}
/// {"entry":{…},"index":0,"leaf":"…"}
/// {"checkpoint":"…","size":1}
/// {"checkpoints":1,"entries":1}
/// ```
///
/// Each line ends with LF, the last one too. Lines go to the sink as they are made; nothing of the
/// log is kept.
public struct LogExport<Failure: Error>: ~Copyable {
  /// Takes the next bytes of the export.
  public typealias Sink = (Span<UInt8>) throws(Failure) -> Void

  private let origin: String
  private let sink: Sink
  private let failure: (AuditingError) -> Failure
  private var hashing: SHA256Context

  /// How many entries were written.
  public private(set) var count = 0
  private var checkpoints = 0

  /// Writes the header.
  ///
  /// - Parameters:
  ///   - vault: The log's vault.
  ///   - failure: Makes the caller's error of one of this room.
  ///   - sink: Takes each line with its LF.
  /// - Throws: What the sink throws, or `failure` of `.cryptography`.
  public init(
    of vault: VaultID, failure: @escaping (AuditingError) -> Failure, to sink: @escaping Sink
  ) throws(Failure) {
    let origin = vault.origin
    let hashing = try Self.context(failure)
    try sink(LogLine.header(origin: origin).span)
    self.origin = origin
    self.sink = sink
    self.failure = failure
    self.hashing = hashing
  }

  /// Writes the next entry, from its exact bytes.
  ///
  /// - Throws: What the sink throws, or `failure` of `.cryptography`.
  public mutating func append(entry bytes: [UInt8]) throws(Failure) {
    let leaf: MerkleHash
    do throws(AuditingError) {
      leaf = try MerkleHash.leaf(of: bytes.span, using: &hashing)
    } catch {
      throw failure(error)
    }
    try sink(LogLine.entry(bytes, index: count, leaf: leaf).span)
    count += 1
  }

  /// Writes the checkpoint of the entries written so far.
  ///
  /// - Throws: What the sink throws, or `failure` of `.malformed`, of `.outOfOrder` for a checkpoint
  ///   of another size, of `.originMismatch` for one of another log.
  public mutating func append(checkpoint text: [UInt8]) throws(Failure) {
    do throws(AuditingError) {
      let checkpoint = try SignedCheckpoint(parsing: text).checkpoint
      guard checkpoint.size == count else { throw AuditingError(.outOfOrder, index: count) }
      guard checkpoint.origin == origin else { throw AuditingError(.originMismatch, index: count) }
    } catch {
      throw failure(error)
    }
    try sink(LogLine.checkpoint(String(decoding: text, as: UTF8.self), size: count).span)
    checkpoints += 1
  }

  /// Writes the last line, which counts entries and checkpoints.
  ///
  /// - Throws: What the sink throws.
  public mutating func finish() throws(Failure) {
    try sink(LogLine.closing(entries: count, checkpoints: checkpoints).span)
  }

  private static func context(
    _ failure: (AuditingError) -> Failure
  ) throws(Failure) -> SHA256Context {
    do throws(AuditingError) {
      return try SHA256Context.make()
    } catch {
      throw failure(error)
    }
  }
}
