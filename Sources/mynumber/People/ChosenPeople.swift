import MyNumberKit

/// The people whom a command names, or everybody.
struct ChosenPeople {
  let session: Session

  init(_ session: Session) { self.session = session }

  /// - Throws: `.notFound` for a code that nobody has.
  func people(_ codes: [PersonCode]) throws -> [VerifiedPerson] {
    var people: [VerifiedPerson] = []
    guard codes.isEmpty else {
      for code in codes where !people.contains(where: { $0.record.code == code }) {
        people.append(try session.vault.requirePerson(code))
      }
      return people
    }
    try session.vault.forEachPerson { people.append($0) }
    return people
  }

  /// The same as reports see them.
  func summaries(_ codes: [PersonCode]) throws -> [PersonSummary] {
    try people(codes).map { PersonSummary(record: $0.record, pin: $0.pin) }
  }

  /// Users' names by id.
  static func users(of vault: Vault) -> [String: String] {
    vault.authority.users.mapValues(\.name)
  }
}
