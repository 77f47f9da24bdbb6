import Auditing
import People
import Reports
import Rules

/// A report as the command makes it: noted in the log, and holding its own entry.
struct MadeReport {
  let bytes: [UInt8]
  let log: TestLog
  let size: Int

  init(
    of log: TestLog, _ parameters: AccessReportParameters, _ form: ReportForm,
    people: [PersonSummary] = [], outside: Int? = nil,
    witnessed: ReportRecord.Witnessed? = nil
  ) throws {
    var builder = AccessReportBuilder(parameters, policy: log.policy)
    for person in people { try builder.add(person) }
    for bytes in log.entries { try builder.add(Entry(parsing: bytes.span)) }
    let record = ReportRecord(
      asOf: parameters.asOf, from: parameters.from, to: parameters.to, person: parameters.person,
      user: parameters.user, purpose: parameters.purpose?.rawValue, form: form.kind.rawValue,
      language: form.language.rawValue,
      records: try ReportRecord.digest(of: try builder.records(in: form)), outside: outside,
      witnessed: witnessed, dormantAfterDays: parameters.dormantAfterDays,
      program: parameters.program)
    try log.write(ReportRecord.action) { content in
      content.person = record.person?.text
      content.count = builder.size + 1
      content.detail = try record.detail()
    }
    try log.sign()
    let own = log.entries[builder.size]
    try builder.add(Entry(parsing: own.span))
    size = builder.size
    let known = try outside.map { (size) throws -> OutsideStanding in
      let last = log.entries[size - 1]
      return OutsideStanding(size: size, time: try Entry(parsing: last.span).time)
    }
    let standing = try log.standing(
      outside: known,
      witnessed: witnessed.map {
        OutsideStanding(size: $0.size, time: $0.time, witness: $0.witness)
      })
    bytes = try builder.finish(standing).document.parts(form).bytes
    self.log = log
  }

  /// What the log gives for a report of so many entries, by the entries alone.
  func verification(size: Int? = nil) throws -> AccessReportVerification {
    let size = size ?? self.size
    let finder = ReportRecordFinder(size: size)
    try watch(finder)
    guard let record = finder.record else { throw ReportsError.reportUnknown }
    let recount = AccessReportRecount(record, size: size, policy: log.policy)
    try watch(recount)
    return try recount.verification()
  }

  private func watch(_ observer: some LogObserver) throws {
    for (index, bytes) in log.entries.enumerated() {
      try observer.take(entry: bytes.span, at: index)
    }
    let standing = try log.standing()
    try observer.take(checkpoint: standing.checkpoint, under: standing.authority)
  }
}
