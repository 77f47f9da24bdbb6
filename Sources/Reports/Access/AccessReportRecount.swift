public import Auditing
internal import People
public import Rules

/// Makes an access report again from a log while that is verified: what the log alone gives.
public final class AccessReportRecount: LogObserver {
  private let record: ReportRecord
  private let size: Int
  private var builder: AccessReportBuilder?
  private var standing: LogStanding?
  private var outside: OutsideStanding?

  /// - Parameters:
  ///   - record: What the report's entry states.
  ///   - size: How many entries the report covers, its own included.
  ///   - policy: The policy that was in force.
  public init(_ record: ReportRecord, size: Int, policy: Policy) {
    self.record = record
    self.size = size
    builder = AccessReportBuilder(AccessReportParameters(record), policy: policy)
  }

  public func take(entry bytes: Span<UInt8>, at index: Int) throws(AuditingError) {
    guard index < size else { return }
    let entry = try Entry(parsing: bytes)
    if record.outside == index + 1 {
      outside = OutsideStanding(size: index + 1, time: entry.time)
    }
    do throws(ReportsError) {
      try builder?.add(entry)
    } catch {
      throw AuditingError(.outOfOrder, index: index)
    }
  }

  public func take(
    checkpoint: SignedCheckpoint, under authority: Authority
  ) throws(AuditingError) {
    guard checkpoint.checkpoint.size == size else { return }
    standing = LogStanding(
      authority: authority, size: size, root: checkpoint.checkpoint.root, checkpoint: checkpoint,
      outside: outside,
      witnessed: record.witnessed.map {
        OutsideStanding(size: $0.size, time: $0.time, witness: $0.witness)
      })
  }

  /// What the report must be, once the whole log has verified.
  ///
  /// - Throws: `.reportUnknown` if no checkpoint stands after the report's entry, or its form is
  ///   none; and what ``AccessReportBuilder/finish(_:)`` throws.
  public func verification() throws(ReportsError) -> AccessReportVerification {
    guard let builder, let standing, let form = ReportForm(record) else { throw .reportUnknown }
    self.builder = nil
    let report = try builder.finish(standing)
    return AccessReportVerification(report.document.parts(form), record, form, standing)
  }
}
