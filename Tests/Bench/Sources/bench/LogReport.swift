import MyNumberKit

/// The access report of everything that a log says.
struct LogReport {
  let vault: Vault

  /// How many bytes the page has.
  func page() throws -> Int {
    var builder = AccessReportBuilder(
      AccessReportParameters(asOf: vault.decisionDay), policy: vault.policy)
    try vault.forEachPerson { (person) throws(CustodyError) in
      try Self.taking { () throws(ReportsError) in
        try builder.add(PersonSummary(record: person.record, pin: person.pin))
      }
    }
    try vault.forEachEntry { (bytes) throws(CustodyError) in
      let entry: Entry
      do throws(AuditingError) {
        entry = try Entry(parsing: bytes)
      } catch {
        throw CustodyError(.integrity("\(error)"))
      }
      try Self.taking { () throws(ReportsError) in try builder.add(entry) }
    }
    let report = try builder.finish(
      LogStanding(
        authority: vault.authority, size: vault.logSize, root: try vault.root(),
        checkpoint: vault.signature.checkpoint))
    return report.document.parts(ReportForm(.html, .japanese)).bytes.count
  }

  private static func taking(
    _ body: () throws(ReportsError) -> Void
  ) throws(CustodyError) {
    do throws(ReportsError) {
      try body()
    } catch {
      throw CustodyError(.integrity("\(error)"))
    }
  }
}
