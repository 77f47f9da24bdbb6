import MyNumberKit

/// Makes an access report of an opened vault.
struct AccessReporting {
  private let vault: Vault

  init(_ vault: Vault) { self.vault = vault }

  func report(_ parameters: AccessReportParameters) throws -> AccessReport {
    var builder = AccessReportBuilder(parameters, policy: vault.policy)
    var frontier = MerkleFrontier()
    var hashing = try SHA256Context()
    try vault.forEachEntry { (bytes) throws(CustodyError) in
      try Self.take(bytes, &builder, &frontier, &hashing)
    }
    try vault.forEachPerson { (person) throws(CustodyError) in
      builder.add(PersonSummary(record: person.record, pin: person.pin))
    }
    do {
      return try builder.finish(
        LogStanding(
          authority: vault.authority, size: frontier.size, root: try frontier.root(using: &hashing),
          checkpoint: vault.signature.checkpoint))
    } catch ReportsError.unknownUser {
      throw Failure.usage(.verbatim("\(ReportsError.unknownUser)"))
    }
  }

  private static func take(
    _ bytes: Span<UInt8>, _ builder: inout AccessReportBuilder, _ frontier: inout MerkleFrontier,
    _ hashing: inout SHA256Context
  ) throws(CustodyError) {
    do throws(any Error) {
      let entry = try entry(bytes, &frontier, &hashing)
      try builder.add(entry)
    } catch {
      throw CustodyError(.integrity("\(error)"))
    }
  }

  private static func entry(
    _ bytes: Span<UInt8>, _ frontier: inout MerkleFrontier, _ hashing: inout SHA256Context
  ) throws(AuditingError) -> Entry {
    let leaf = try MerkleHash.leaf(of: bytes, using: &hashing)
    try frontier.append(leaf: leaf, using: &hashing)
    return try Entry(parsing: bytes)
  }
}
