public import Auditing
public import Rules

/// Gathers what an access report shows while a log is read and verified.
public final class AccessReportGathering: LogObserver {
  private var builder: AccessReportBuilder
  private let end: Int
  private let outsideSize: Int?
  /// How many checkpoints came.
  public private(set) var checkpoints = 0
  /// The newest checkpoint from outside, once the entries came that it covers.
  public private(set) var outside: OutsideStanding?

  /// - Parameters:
  ///   - parameters: What is asked.
  ///   - policy: The policy in force.
  ///   - end: How many entries the report covers; the later ones are passed over.
  ///   - outside: The size of the newest checkpoint from outside.
  public init(
    _ parameters: AccessReportParameters, policy: Policy, upTo end: Int = .max, outside: Int?
  ) {
    builder = AccessReportBuilder(parameters, policy: policy)
    self.end = end
    outsideSize = outside
  }

  /// How many entries were taken.
  public var size: Int { builder.size }

  /// Takes a person; as ``AccessReportBuilder/add(_:)``.
  public func add(_ person: PersonSummary) throws(ReportsError) { try builder.add(person) }

  public func take(entry bytes: Span<UInt8>, at index: Int) throws(AuditingError) {
    guard index < end else { return }
    let entry = try Entry(parsing: bytes)
    if outsideSize == index + 1 { outside = OutsideStanding(size: index + 1, time: entry.time) }
    do throws(ReportsError) {
      try builder.add(entry)
    } catch {
      throw AuditingError(.outOfOrder, index: index)
    }
  }

  public func take(
    checkpoint: SignedCheckpoint, under authority: Authority
  ) throws(AuditingError) {
    guard checkpoint.checkpoint.size <= end else { return }
    checkpoints += 1
    builder.note(authority)
  }

  /// The part made of the vault's records; as ``AccessReportBuilder/records(in:)``.
  public func records(in form: ReportForm) throws(ReportsError) -> [UInt8] {
    try builder.records(in: form)
  }

  /// Makes the report; as ``AccessReportBuilder/finish(_:)``.
  public func finish(_ standing: LogStanding) throws(ReportsError) -> AccessReport {
    try builder.finish(standing)
  }
}
