internal import Auditing
internal import People

/// Which entries made the users, keys and grants that the authority knows.
struct AuthorityTrail {
  /// The entry of a grant or key.
  struct Note {
    let index: Int
    let day: CalendarDate
    let by: String
  }

  /// Names by id, revoked users included.
  private(set) var names: [String: String] = [:]
  /// Grants by what they grant; a key's own entry stands for the recovery file.
  private(set) var grants: [KeyGrant: Note] = [:]
  /// The entries about each user.
  private(set) var userEntries: [String: [Int]] = [:]
  /// The day (in Japan) on which each user was added.
  private(set) var addedOn: [String: CalendarDate] = [:]
  /// The last sign-in of each user.
  private(set) var lastSignIn: [String: Note] = [:]
  private var policy: [UInt8] = []

  mutating func note(_ entry: Entry) {
    let content = entry.content
    if content.action == "sign-in", content.outcome == .done {
      lastSignIn[content.actor] = note(of: entry)
    }
    guard let statement = content.authority else { return }
    switch statement {
    case .genesis(let genesis):
      add(genesis.administrator, entry)
      policy = genesis.policy
    case .user(let user): add(user, entry)
    case .revoke(let user), .userKeys(let user, _):
      userEntries[user, default: []].append(entry.index)
    case .key(let key):
      grants[KeyGrant(user: "recovery", key: key.name, generation: key.generation)] = note(
        of: entry)
      // Whoever makes a generation holds it.
      if content.actor != "recovery" {
        grants[KeyGrant(user: content.actor, key: key.name, generation: key.generation)] = note(
          of: entry)
      }
    case .contract, .keyEnd, .keyRetire, .approval: break
    case .grant(let user, let key, let generation):
      let grant = KeyGrant(user: user, key: key, generation: generation)
      if grants[grant] == nil { grants[grant] = note(of: entry) }
    case .policy(let digest): policy = digest
    }
  }

  /// Whether some user, or the recovery file, has this id or name.
  func knows(_ user: String) -> Bool {
    user == "recovery" || user == "unknown" || names[user] != nil
      || names.values.contains { $0 == user }
  }

  /// Whether the id is the wanted one, or that of a user of the wanted name.
  func isUser(_ id: String?, named wanted: String) -> Bool {
    guard let id else { return false }
    return id == wanted || names[id] == wanted
  }

  /// Holds what the entries said against the authority that a verifying reader replayed.
  func agree(with authority: Authority) throws(ReportsError) {
    let users = authority.users.mapValues(\.name)
    guard users == names, authority.policyDigest == policy,
      authority.grants.union(authority.recoveryGrants).allSatisfy({ grants[$0] != nil })
    else { throw .authorityMismatch }
  }

  private mutating func add(_ user: UserStatement, _ entry: Entry) {
    names[user.id] = user.name
    addedOn[user.id] = entry.time.japanDate
    userEntries[user.id, default: []].append(entry.index)
  }

  private func note(of entry: Entry) -> Note {
    Note(index: entry.index, day: entry.time.japanDate, by: entry.content.actor)
  }
}
