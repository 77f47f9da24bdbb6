import MyNumberKit

/// The access report of everything that a log says.
struct LogReport {
  let vault: Vault

  /// How many bytes the page has.
  func page() throws -> Int {
    let report = AccessReportGathering(
      AccessReportParameters(asOf: vault.decisionDay), policy: vault.policy, outside: nil)
    try vault.forEachPerson { (person) throws(CustodyError) in
      try Self.naming { try report.add(PersonSummary(record: person.record, pin: person.pin)) }
    }
    var log = try SignedLog(of: vault)
    try log.read { (bytes) throws(CustodyError) in
      try Self.naming { try report.take(entry: bytes, at: report.size) }
    } checkpoint: { (signed, authority) throws(CustodyError) in
      try Self.naming { try report.take(checkpoint: signed, under: authority) }
    }
    let made = try report.finish(
      LogStanding(
        authority: vault.authority, size: vault.logSize, root: try vault.root(),
        checkpoint: vault.signature.checkpoint, checkpoints: log.checkpoints))
    return made.document.parts(ReportForm(.html, .japanese)).bytes.count
  }

  private static func naming(_ body: () throws -> Void) throws(CustodyError) {
    do {
      try body()
    } catch {
      throw CustodyError(.integrity("\(error)"))
    }
  }
}
