internal import JSON

/// A change of who may do what, as an authority entry states it.
///
/// The entry is the authority: tables of users and keys are caches of what these say.
public enum AuthorityStatement: Hashable, Sendable {
  /// Entry 0: the administrator, the recovery keys, the policy and 32 random bytes.
  case genesis(Genesis)
  /// Adds a user; signed by an administrator.
  case user(UserStatement)
  /// Ends a user's authority; signed by an administrator.
  case revoke(user: String)
  /// Fresh key pairs at a passphrase change; signed with the user's old key.
  case userKeys(user: String, keys: PublicKeys)
  /// A purpose's or compartment's key pair of a generation; signed by a holder or the recovery key.
  case key(KeyStatement)
  /// A contract of entrustment is registered; signed by an administrator.
  case contract(ContractStatement)
  /// A contractor's key ends; signed by an administrator or, after its last day, by any user.
  case keyEnd(key: String)
  /// The generations of a key before one end, nothing lying under them any more; signed by a holder of
  /// the newest or the recovery key.
  case keyRetire(key: String, before: Int)
  /// A user becomes a holder; signed by a holder or the recovery key.
  case grant(user: String, key: String, generation: Int)
  /// The policy changes; signed by an administrator.
  case policy(digest: [UInt8])
  /// A second user approves the plan of a purge; signed by that user.
  case approval(plan: [UInt8])

  /// The member `kind`.
  var kind: String {
    switch self {
    case .genesis: "genesis"
    case .user: "user"
    case .revoke: "revoke"
    case .userKeys: "user-keys"
    case .key: "key"
    case .contract: "contract"
    case .keyEnd: "key-end"
    case .keyRetire: "key-retire"
    case .grant: "grant"
    case .policy: "policy"
    case .approval: "approval"
    }
  }

  var value: CanonicalValue {
    var members = self.members
    members["kind"] = .string(kind)
    return .object(members)
  }

  private var members: [String: CanonicalValue] {
    switch self {
    case .genesis(let genesis): genesis.members
    case .user(let user): ["user": user.value]
    case .revoke(let user): ["user": .string(user)]
    case .userKeys(let user, let keys): ["user": .string(user), "keys": keys.value]
    case .key(let key): key.members
    case .contract(let contract): contract.members
    case .keyEnd(let key): ["key": .string(key)]
    case .keyRetire(let key, let before): ["key": .string(key), "before": .integer(before)]
    case .grant(let user, let key, let generation):
      ["user": .string(user), "key": .string(key), "generation": .integer(generation)]
    case .policy(let digest): ["digest": .string(Hex.encode(digest))]
    case .approval(let plan): ["plan": .string(Hex.encode(plan))]
    }
  }

  init(_ value: CanonicalValue) throws(AuditingError) {
    var members = try MemberReader(value)
    self = try Self.read(kind: members.string("kind"), from: &members)
    try members.end()
  }

  private static func read(
    kind: String, from members: inout MemberReader
  ) throws(AuditingError) -> AuthorityStatement {
    switch kind {
    case "genesis": .genesis(try Genesis(reading: &members))
    case "user": .user(try UserStatement(members.required("user")))
    case "revoke": .revoke(user: try members.string("user"))
    case "user-keys":
      .userKeys(user: try members.string("user"), keys: try PublicKeys(members.required("keys")))
    case "key": .key(try KeyStatement(reading: &members))
    case "contract": .contract(try ContractStatement(reading: &members))
    case "key-end": .keyEnd(key: try members.string("key"))
    case "key-retire":
      .keyRetire(key: try members.string("key"), before: try members.integer("before"))
    case "grant":
      .grant(
        user: try members.string("user"), key: try members.string("key"),
        generation: try members.integer("generation"))
    case "policy": .policy(digest: try members.hex("digest", count: 32))
    case "approval": .approval(plan: try members.hex("plan", count: 32))
    default: throw members.malformed("kind")
    }
  }
}
