internal import JSON
public import People
public import Secrets

/// The public half of a purpose's or compartment's key pair.
public struct KeyStatement: Hashable, Sendable {
  /// A purpose id of the policy, `roster` or `evidence`, or a contractor's key for a purpose.
  public let name: String
  /// 1 at first, one more at each rotation.
  public let generation: Int
  /// The public half.
  public let publicKey: X25519PublicKey
  /// The last day of a contractor's key; nil for any other.
  public let until: CalendarDate?
  /// Whether what lies under the generations before it is sealed anew, with fresh data keys.
  public let reseals: Bool

  /// Describes a key generation.
  public init(
    name: String, generation: Int, publicKey: X25519PublicKey, until: CalendarDate? = nil,
    reseals: Bool = false
  ) {
    self.until = until
    self.reseals = reseals
    self.name = name
    self.generation = generation
    self.publicKey = publicKey
  }

  var members: [String: CanonicalValue] {
    var members: [String: CanonicalValue] = [
      "key": .string(name), "generation": .integer(generation),
      "x25519": .string(Base64.encode(publicKey.bytes)),
    ]
    if let until { members["until"] = .string(until.isoText) }
    if reseals { members["reseal"] = .bool(true) }
    return members
  }

  init(reading members: inout MemberReader) throws(AuditingError) {
    name = try members.string("key")
    generation = try members.integer("generation")
    until = try members.optionalDate("until")
    reseals = try members.flag("reseal")
    let bytes = try members.base64("x25519", count: 32)
    do throws(SecretsError) {
      publicKey = try X25519PublicKey(bytes)
    } catch {
      throw members.malformed("x25519")
    }
  }
}
