import MyNumberKit

/// Makes an access report of an opened vault.
struct AccessReporting {
  private let vault: Vault
  private let newest: KeptCheckpoint?
  private let cosigned: (witness: Witness, time: Timestamp)?

  /// - Parameters:
  ///   - outside: The checkpoints from outside that the log was held against when it was opened.
  ///   - given: The one that was brought along, with its witness.
  init(_ vault: Vault, outside: [KeptCheckpoint] = [], given: OutsideCheckpoint? = nil) {
    self.vault = vault
    newest = outside.max { $0.signed.checkpoint.size < $1.signed.checkpoint.size }
    cosigned = newest?.signed == given?.signed ? given?.cosigned : nil
  }

  func report(_ parameters: AccessReportParameters) throws -> AccessReport {
    var builder = AccessReportBuilder(parameters, policy: vault.policy)
    let size = newest?.signed.checkpoint.size
    var outside: OutsideStanding?
    try vault.forEachPerson { (person) throws(CustodyError) in
      do throws(ReportsError) {
        try builder.add(PersonSummary(record: person.record, pin: person.pin))
      } catch {
        throw CustodyError(.integrity("\(error)"))
      }
    }
    try vault.forEachEntry { (bytes) throws(CustodyError) in
      do throws(any Error) {
        let entry = try Entry(parsing: bytes)
        if let size, entry.index == size - 1 {
          outside = OutsideStanding(
            size: size, time: cosigned?.time ?? entry.time, witness: cosigned?.witness.name)
        }
        try builder.add(entry)
      } catch {
        throw CustodyError(.integrity("\(error)"))
      }
    }
    do {
      return try builder.finish(
        LogStanding(
          authority: vault.authority, size: vault.logSize, root: try vault.root(),
          checkpoint: vault.signature.checkpoint, outside: outside))
    } catch ReportsError.unknownUser {
      throw Failure.usage(.unknownToLog)
    }
  }
}
