internal import People

/// Numbers that a file says were wrong: whose, and the version held so far.
struct WrongNumbers {
  private var all: [(code: PersonCode, version: Int)] = []

  mutating func add(_ version: Int, of code: PersonCode) { all.append((code, version)) }

  /// Decides their destruction and makes the decisions durable; nil if there are none.
  ///
  /// - Throws: `.busy` for a person who is gone meanwhile.
  func purge(_ session: Session) throws(CustodyError) -> PurgeRun? {
    guard !all.isEmpty else { return nil }
    let vault = session.vault
    let planning = PurgePlanning(vault)
    var items: [PurgeItem] = []
    for (code, version) in all {
      guard let person = try session.rows.person(code) else { throw CustodyError(.busy) }
      items += try planning.corrected(version, of: person)
    }
    let purge = PurgeRun(
      session,
      PurgePlan(asOf: vault.today, acceptsPresumed: true, items: items, presumed: []), nil)
    try purge.record()
    return purge
  }
}
