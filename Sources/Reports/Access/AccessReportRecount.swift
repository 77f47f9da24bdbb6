public import Auditing
public import Rules

/// Makes an access report again from a log while that is verified: what the log alone gives.
public final class AccessReportRecount: LogObserver {
  private let record: ReportRecord
  private let size: Int
  private let gathering: AccessReportGathering
  private var standing: LogStanding?

  /// - Parameters:
  ///   - record: What the report's entry states.
  ///   - size: How many entries the report covers, its own included.
  ///   - policy: The policy that was in force.
  public init(_ record: ReportRecord, size: Int, policy: Policy) {
    self.record = record
    self.size = size
    gathering = AccessReportGathering(
      AccessReportParameters(record), policy: policy, upTo: size, outside: record.outside)
  }

  public func take(entry bytes: Span<UInt8>, at index: Int) throws(AuditingError) {
    try gathering.take(entry: bytes, at: index)
  }

  public func take(
    checkpoint: SignedCheckpoint, under authority: Authority
  ) throws(AuditingError) {
    try gathering.take(checkpoint: checkpoint, under: authority)
    guard checkpoint.checkpoint.size == size else { return }
    standing = LogStanding(
      authority: authority, size: size, root: checkpoint.checkpoint.root, checkpoint: checkpoint,
      checkpoints: gathering.checkpoints, outside: gathering.outside,
      witnessed: record.witnessed.map {
        OutsideStanding(size: $0.size, time: $0.time, witness: $0.witness)
      })
  }

  /// What the report must be, once the whole log has verified.
  ///
  /// - Throws: `.reportUnknown` if no checkpoint stands after the report's entry, or its form is
  ///   none; and what ``AccessReportBuilder/finish(_:)`` throws.
  public func verification() throws(ReportsError) -> AccessReportVerification {
    guard let standing, let form = ReportForm(record) else { throw .reportUnknown }
    let report = try gathering.finish(standing)
    return AccessReportVerification(report.document.parts(form), record, form, standing)
  }
}
