import Auditing
import Testing

/// A change of authority that somebody tries to write as entry 6.
struct AuthorityCase: Sendable, CustomTestStringConvertible {
  let name: String
  let actor: String
  /// Whose private key signs, if not the actor's.
  let key: String?
  let code: AuditingError.Code
  let statement: @Sendable () throws -> AuthorityStatement

  init(
    _ name: String, by actor: String, key: String? = nil, _ code: AuditingError.Code,
    _ statement: @escaping @Sendable () throws -> AuthorityStatement
  ) {
    self.name = name
    self.actor = actor
    self.key = key
    self.code = code
    self.statement = statement
  }

  var testDescription: String { name }

  private static func user(
    _ id: String = "u6", _ name: String = "新人", roles: [String] = ["hr"]
  ) throws -> AuthorityStatement {
    .user(try TestUser(id, seed: 60).statement(name, roles))
  }

  private static func key(_ name: String, _ generation: Int) throws -> AuthorityStatement {
    let pair = try TestUser("", seed: 61)
    return .key(
      KeyStatement(name: name, generation: generation, publicKey: pair.publicKeys.x25519))
  }

  private static func grant(_ user: String, _ key: String = "tax", _ generation: Int = 1)
    -> AuthorityStatement
  {
    .grant(user: user, key: key, generation: generation)
  }

  private static func keys(of user: String) throws -> AuthorityStatement {
    .userKeys(user: user, keys: try TestUser(user, seed: 62).publicKeys)
  }

  private static let policy = AuthorityStatement.policy(digest: [UInt8](repeating: 9, count: 32))

  static let forbidden: [AuthorityCase] = [
    AuthorityCase("HR adds a user", by: "u3", .notAuthorised) { try user() },
    AuthorityCase("HR adds an administrator", by: "u3", .notAuthorised) {
      try user(roles: ["administrator"])
    },
    AuthorityCase("HR revokes the administrator", by: "u3", .notAuthorised) { .revoke(user: "u0") },
    AuthorityCase("HR changes the policy", by: "u3", .notAuthorised) { policy },
    AuthorityCase("the accountant adds a user", by: "u4", .notAuthorised) { try user() },
    AuthorityCase("the recovery key adds a user", by: "recovery", .notAuthorised) { try user() },
    AuthorityCase("the recovery key revokes", by: "recovery", .notAuthorised) {
      .revoke(user: "u3")
    },
    AuthorityCase("the recovery key changes the policy", by: "recovery", .notAuthorised) { policy },
    AuthorityCase("HR grants itself a key", by: "u3", .notAuthorised) { grant("u3") },
    AuthorityCase("the administrator grants itself a key", by: "u0", .notAuthorised) {
      grant("u0")
    },
    AuthorityCase("a holder grants another key", by: "u4", .notAuthorised) {
      grant("u3", "roster")
    },
    AuthorityCase("a holder grants a generation it does not hold", by: "u4", .notAuthorised) {
      grant("u3", "tax", 2)
    },
    AuthorityCase("the administrator makes a generation", by: "u0", .notAuthorised) {
      try key("tax", 2)
    },
    AuthorityCase("a holder makes a key of another name", by: "u4", .notAuthorised) {
      try key("pension", 1)
    },
    AuthorityCase("the administrator retires generations", by: "u0", .notAuthorised) {
      .keyRetire(key: "tax", before: 1)
    },
    AuthorityCase("a holder of the former generation retires it", by: "u4", .notAuthorised) {
      .keyRetire(key: "tax", before: 2)
    },
    AuthorityCase("the administrator gives HR new keys", by: "u0", .notAuthorised) {
      try keys(of: "u3")
    },
    AuthorityCase("the recovery key gives HR new keys", by: "recovery", .notAuthorised) {
      try keys(of: "u3")
    },
    AuthorityCase("a revoked administrator adds a user", by: "u5", .notAuthorised) { try user() },
    AuthorityCase("a revoked user changes their keys", by: "u5", .notAuthorised) {
      try keys(of: "u5")
    },
  ]

  static let forged: [AuthorityCase] = [
    AuthorityCase("HR signs in the administrator's name", by: "u0", key: "u3", .badSignature) {
      try user()
    },
    AuthorityCase("HR signs in the recovery key's name", by: "recovery", key: "u3", .badSignature) {
      grant("u3")
    },
    AuthorityCase("HR signs in a holder's name", by: "u4", key: "u3", .badSignature) {
      grant("u3")
    },
    AuthorityCase("somebody unknown", by: "u9", key: "u0", .unknownSigner) { try user() },
    AuthorityCase("nobody", by: "", key: "u0", .unknownSigner) { try user() },
  ]

  static let impossible: [AuthorityCase] = [
    AuthorityCase("another index in the user's id", by: "u0", .malformed) { try user("u7") },
    AuthorityCase("the id of a user there is", by: "u0", .malformed) { try user("u3") },
    AuthorityCase("the id of the recovery key", by: "u0", .malformed) { try user("recovery") },
    AuthorityCase("a name in use", by: "u0", .malformed) { try user("u6", "経理") },
    AuthorityCase("a user without roles", by: "u0", .malformed) { try user(roles: []) },
    AuthorityCase("revoking nobody", by: "u0", .malformed) { .revoke(user: "u9") },
    AuthorityCase("revoking twice", by: "u0", .malformed) { .revoke(user: "u5") },
    AuthorityCase("new keys of the recovery file", by: "recovery", .malformed) {
      try keys(of: "recovery")
    },
    AuthorityCase("the same generation again", by: "recovery", .malformed) { try key("tax", 1) },
    AuthorityCase("a generation left out", by: "recovery", .malformed) { try key("tax", 3) },
    AuthorityCase("a new key that begins with 2", by: "recovery", .malformed) { try key("new", 2) },
    AuthorityCase("generation 0", by: "recovery", .malformed) { try key("new", 0) },
    AuthorityCase("retiring what is not there", by: "recovery", .malformed) {
      .keyRetire(key: "none", before: 2)
    },
    AuthorityCase("retiring the only generation", by: "u4", .malformed) {
      .keyRetire(key: "tax", before: 1)
    },
    AuthorityCase("retiring before a generation that is not made", by: "recovery", .malformed) {
      .keyRetire(key: "tax", before: 2)
    },
    AuthorityCase("a first generation that seals anew", by: "recovery", .malformed) {
      let pair = try TestUser("", seed: 61)
      return .key(
        KeyStatement(
          name: "new", generation: 1, publicKey: pair.publicKeys.x25519, reseals: true))
    },
    AuthorityCase("a grant to nobody", by: "recovery", .malformed) { grant("u9") },
    AuthorityCase("a grant to a revoked user", by: "recovery", .malformed) { grant("u5") },
    AuthorityCase("a grant of no key", by: "recovery", .malformed) { grant("u3", "none") },
    AuthorityCase("a grant of no generation", by: "recovery", .malformed) { grant("u3", "tax", 2) },
    AuthorityCase("a grant of generation 0", by: "recovery", .malformed) { grant("u3", "tax", 0) },
  ]
}
