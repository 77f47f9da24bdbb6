/// Looks on while a log is verified; what it saw counts only once the whole log verified.
public protocol LogObserver: AnyObject {
  /// Takes the log's next entry, whose bytes agree with the log.
  func take(entry bytes: Span<UInt8>, at index: Int) throws(AuditingError)

  /// Takes a checkpoint that verified, with what the entries up to it authorise.
  func take(checkpoint: SignedCheckpoint, under authority: Authority) throws(AuditingError)
}
