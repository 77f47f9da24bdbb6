import MyNumberKit

/// Makes an access report of an opened vault.
struct AccessReporting {
  private let vault: Vault

  init(_ vault: Vault) { self.vault = vault }

  func report(_ parameters: AccessReportParameters) throws -> AccessReport {
    var builder = AccessReportBuilder(parameters, policy: vault.policy)
    let standing = LogStanding(
      authority: vault.authority, size: vault.logSize, root: try vault.root(),
      checkpoint: vault.signature.checkpoint)
    try vault.forEachPerson { (person) throws(CustodyError) in
      do throws(ReportsError) {
        try builder.add(PersonSummary(record: person.record, pin: person.pin))
      } catch {
        throw CustodyError(.integrity("\(error)"))
      }
    }
    try vault.forEachEntry { (bytes) throws(CustodyError) in
      do throws(any Error) {
        try builder.add(try Entry(parsing: bytes))
      } catch {
        throw CustodyError(.integrity("\(error)"))
      }
    }
    do {
      return try builder.finish(standing)
    } catch ReportsError.unknownUser {
      throw Failure.usage(.unknownToLog)
    }
  }
}
