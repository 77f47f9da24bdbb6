internal import Auditing
internal import People
internal import Rules

/// Reads from the replayed authority who may do what on the day of the report.
struct RightsReader {
  /// nil on a day before the vault was made.
  let authority: Authority?
  let trail: AuthorityTrail
  let policy: Policy
  let parameters: AccessReportParameters

  /// The users in the order in which they were added.
  func users() -> [UserStanding] { accounts.map(standing) }

  /// Who can open what: users in the order in which they were added, then the recovery file.
  func access() -> [KeyAccess] {
    guard let authority else { return [] }
    var access: [KeyAccess] = []
    let holders = accounts.filter { $0.isActive(on: parameters.asOf) }.map {
      (id: $0.id, until: $0.statement.until)
    }
    let recovery = isWanted("recovery") ? [(id: "recovery", until: CalendarDate?.none)] : []
    for holder in holders + recovery {
      for key in authority.keyNames where isWanted(key: key) {
        if let line = line(holder.id, key, until: holder.until, authority) { access.append(line) }
      }
    }
    return access
  }

  private var accounts: [UserAccount] {
    (authority?.users.values.filter { isWanted($0.id) } ?? [])
      .sorted { $0.addedIndex < $1.addedIndex }
  }

  private func isWanted(_ id: String) -> Bool {
    parameters.user.map { trail.isUser(id, named: $0) } ?? true
  }

  private func isWanted(key: String) -> Bool {
    guard let purpose = parameters.purpose?.rawValue else { return true }
    return EntryContent.isKey(key, of: purpose)
  }

  private func line(
    _ user: String, _ key: String, until: CalendarDate?, _ authority: Authority
  ) -> KeyAccess? {
    let held = user == "recovery" ? authority.recoveryGrants : authority.grants
    let grants = held.filter { $0.user == user && $0.key == key }.sorted()
    let notes = grants.compactMap { trail.grants[$0] }.sorted { $0.index < $1.index }
    guard let first = notes.first else { return nil }
    var granters: [String] = []
    for note in notes where !granters.contains(note.by) { granters.append(note.by) }
    return KeyAccess(
      user: user, key: key, opensNumbers: !Role.compartments.contains(key),
      generations: grants.map(\.generation), since: first.day, grantedBy: granters, until: until,
      entries: EntryRanges(notes.map(\.index)))
  }

  // MARK: Users

  private func standing(_ account: UserAccount) -> UserStanding {
    let signIn = trail.lastSignIn[account.id]
    let entries = (trail.userEntries[account.id] ?? []) + (signIn.map { [$0.index] } ?? [])
    return UserStanding(
      id: account.id, name: account.name, organisation: account.statement.organisation,
      roles: account.statement.roles, until: account.statement.until, facts: facts(account),
      lastSignIn: signIn?.day, entries: EntryRanges(entries))
  }

  private func facts(_ account: UserAccount) -> [UserStanding.Fact] {
    UserStanding.Fact.allCases.filter { applies($0, to: account) }
  }

  private func applies(_ fact: UserStanding.Fact, to account: UserAccount) -> Bool {
    let isActive = account.isActive(on: parameters.asOf)
    switch fact {
    case .combinedRoles: return Set(account.statement.roles).count > 1
    case .pending: return isActive && isPending(account)
    // The first administrator chose their own passphrase when the vault was made.
    case .firstPassphrase:
      return isActive && account.addedIndex != 0 && account.hasFirstPassphrase
    case .dormant: return isActive && isDormant(account)
    case .external: return account.statement.organisation != nil
    case .expired: return !isActive && account.revokedIndex == nil
    case .revoked: return account.revokedIndex != nil
    }
  }

  private func isPending(_ account: UserAccount) -> Bool {
    let keys = account.statement.roles.compactMap { policy.role(RoleID($0)) }.flatMap(\.keys)
    guard let authority else { return false }
    let mayHold = authority.keyNames.contains { keys.contains($0) }
    return mayHold && !authority.grants.contains { $0.user == account.id }
  }

  private func isDormant(_ account: UserAccount) -> Bool {
    guard let seen = trail.lastSignIn[account.id]?.day ?? trail.addedOn[account.id] else {
      return false
    }
    return parameters.asOf.dayNumber - seen.dayNumber > parameters.dormantAfterDays
  }
}
