import MyNumberKit

/// Files of contracts for tests, and what is done with them.
enum ContractFile {
  static func yaml(
    _ id: String = "yamada-sr", entruster: String = "root", permission: String? = nil,
    purposes: String = "health-pension", until: String = "2027-03-31", missing: String? = nil,
    months: Int = 12, key: String? = nil
  ) -> [UInt8] {
    let clauses = ContractClause.allCases.map {
      "  \($0.rawValue): \($0.rawValue == missing ? "false" : "2026-03-20")"
    }
    var lines = [
      "id: \(id)", "name: \(id)事務所", "entruster: \(entruster)", "purposes: [\(purposes)]",
      "from: 2026-04-01", "until: \(until)", "clauses:",
    ]
    lines += clauses
    lines.append("supervision: {how: 実地確認, months: \(months)}")
    if let permission { lines.append("permission: \(permission)") }
    if let key { lines.append("public_key: \(key)") }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Registers a contract and adds a user of the contractor, as the administrator.
  static func register(
    _ fixture: VaultFixture, _ file: [UInt8] = yaml(), user: String? = "taro",
    of contractor: String = "yamada-sr", now: Timestamp = VaultFixture.noon
  ) throws {
    let administrator = try fixture.signIn("admin", VaultFixture.environment(now: now))
    try Entrustments(administrator).add(file, named: "contract.yaml")
    administrator.close()
    if let user { try addUser(fixture, user, of: contractor, now: now) }
  }

  /// Shares people's numbers, as HR.
  @discardableResult
  static func share(
    _ fixture: VaultFixture, _ people: [String], with name: String = "yamada-sr",
    purpose: String = "health-pension", now: Timestamp = VaultFixture.noon
  ) throws -> ContractorSharing.Outcome {
    let officer = try fixture.signIn("hanako", VaultFixture.environment(now: now))
    defer { officer.close() }
    return try share(officer, people, with: name, purpose: purpose)
  }

  /// Shares people's numbers in a session.
  @discardableResult
  static func share(
    _ session: Session, _ people: [String], with name: String = "yamada-sr",
    purpose: String = "health-pension"
  ) throws -> ContractorSharing.Outcome {
    try ContractorSharing(session).share(
      with: name, for: PurposeID(purpose), try people.map { try PersonCode($0) })
  }

  /// Adds another user of the contractor, as the administrator.
  static func addUser(
    _ fixture: VaultFixture, _ name: String, of contractor: String = "yamada-sr",
    now: Timestamp = VaultFixture.noon
  ) throws {
    let session = try fixture.signIn("admin", VaultFixture.environment(now: now))
    defer { session.close() }
    try Users(session).add(
      name, roles: [RoleID("contractor")], organisation: contractor,
      passphrase: VaultFixture.passphrase(name))
  }

  /// Revokes a user, as the administrator.
  static func revoke(_ fixture: VaultFixture, _ name: String) throws {
    let session = try fixture.signIn("admin")
    defer { session.close() }
    try Users(session).revoke(name)
  }

  static func on(_ text: String) -> Timestamp {
    Timestamp(CalendarDate(parsing: text) ?? .first, secondOfDay: 3 * 3600)
  }
}
