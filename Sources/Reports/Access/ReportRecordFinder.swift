public import Auditing

/// Finds the entry of a report, and how the log stood with it, while the log is verified.
public final class ReportRecordFinder: LogObserver {
  private let index: Int
  /// What the entry states; nil until it came, and where it is no report's.
  public private(set) var record: ReportRecord?
  /// The digest of the policy in force at the report, hexadecimal.
  public private(set) var policy: String?

  /// - Parameter size: How many entries the report says that it covers, its own included.
  public init(size: Int) { index = size - 1 }

  public func take(entry bytes: Span<UInt8>, at index: Int) throws(AuditingError) {
    if index == self.index { record = ReportRecord(try Entry(parsing: bytes)) }
  }

  public func take(
    checkpoint: SignedCheckpoint, under authority: Authority
  ) throws(AuditingError) {
    if checkpoint.checkpoint.size == index + 1 { policy = Hex.encode(authority.policyDigest) }
  }
}
