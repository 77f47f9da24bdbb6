import MyNumberKit

/// Makes an access report of an opened vault, and notes it in the log before it is shown.
struct AccessReporting {
  private let session: Session
  private let newest: Checkpoint?
  private let witnessed: OutsideStanding?

  private var vault: Vault { session.vault }

  /// - Parameters:
  ///   - outside: The checkpoints from outside that the log was held against when it was opened.
  ///   - given: The one that was brought along, with its witness.
  init(_ session: Session, outside: [KeptCheckpoint] = [], given: OutsideCheckpoint? = nil) {
    self.session = session
    newest = outside.map(\.signed.checkpoint).max { $0.size < $1.size }
    witnessed = given.flatMap { given in
      given.cosigned.map {
        OutsideStanding(
          size: given.signed.checkpoint.size, time: $0.time, witness: $0.witness.name)
      }
    }
  }

  /// The bytes of the report.
  ///
  /// Its entry says what the report takes from the vault's records, and is in the report itself.
  func report(_ parameters: AccessReportParameters, as form: ReportForm) throws -> ReportParts {
    let report = AccessReportGathering(parameters, policy: vault.policy, outside: newest?.size)
    try takePeople(into: report)
    var log = try SignedLog(of: vault)
    try Self.read(&log, into: report)
    let part = try Self.naming { try report.records(in: form) }
    try session.note(.report(try record(of: parameters, form, part), at: report.size))
    try Self.read(&log, into: report)
    let standing = try vault.standing(
      checkpoints: report.checkpoints, outside: report.outside, witnessed: witnessed)
    return try Self.naming { try report.finish(standing).document.parts(form) }
  }

  private func record(
    of parameters: AccessReportParameters, _ form: ReportForm, _ part: [UInt8]
  ) throws -> ReportRecord {
    ReportRecord(
      asOf: parameters.asOf, from: parameters.from, to: parameters.to, person: parameters.person,
      user: parameters.user, purpose: parameters.purpose?.rawValue, form: form.kind.rawValue,
      language: form.language.rawValue,
      records: try ReportRecord.digest(of: part), outside: newest?.size, witnessed: cosigned,
      dormantAfterDays: parameters.dormantAfterDays, program: parameters.program)
  }

  private var cosigned: ReportRecord.Witnessed? {
    witnessed.flatMap { known in
      known.witness.map {
        ReportRecord.Witnessed(size: known.size, witness: $0, time: known.time)
      }
    }
  }

  private func takePeople(into report: AccessReportGathering) throws {
    try vault.forEachPerson { (person) throws(CustodyError) in
      do throws(ReportsError) {
        try report.add(PersonSummary(record: person.record, pin: person.pin))
      } catch {
        throw CustodyError(.integrity("\(error)"))
      }
    }
  }

  /// Takes those that were not taken yet.
  private static func read(
    _ log: inout SignedLog, into report: AccessReportGathering
  ) throws(CustodyError) {
    try log.read { (bytes) throws(CustodyError) in
      try vouching { try report.take(entry: bytes, at: report.size) }
    } checkpoint: { (signed, authority) throws(CustodyError) in
      try vouching { try report.take(checkpoint: signed, under: authority) }
    }
  }

  private static func vouching(_ work: () throws -> Void) throws(CustodyError) {
    do {
      try work()
    } catch {
      throw CustodyError(.integrity("\(error)"))
    }
  }

  private static func naming<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch ReportsError.unknownUser {
      throw Failure.usage(.unknownToLog)
    } catch ReportsError.unknownPerson {
      throw Failure(ExitStatus.noInput, .personUnknownToLog)
    }
  }
}
