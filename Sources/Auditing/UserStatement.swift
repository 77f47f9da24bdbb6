internal import JSON
public import People

/// A user as an authority entry introduces them.
public struct UserStatement: Hashable, Sendable {
  /// ASCII id: `u` and the index of the entry that adds the user.
  public let id: String
  /// The name the user signs in with.
  public let name: String
  /// The organisation, for people from outside.
  public let organisation: String?
  /// The contractor's id, for a user of one.
  public let contractor: String?
  /// Role ids of the policy; roles add up.
  public let roles: [String]
  /// The last day on which the user may act.
  public let until: CalendarDate?
  /// The user's public keys.
  public let keys: PublicKeys

  /// Describes a user to be added.
  public init(
    id: String, name: String, organisation: String?, contractor: String? = nil, roles: [String],
    until: CalendarDate?, keys: PublicKeys
  ) {
    self.id = id
    self.name = name
    self.organisation = organisation
    self.contractor = contractor
    self.roles = roles
    self.until = until
    self.keys = keys
  }

  var value: CanonicalValue {
    var members: [String: CanonicalValue] = [
      "id": .string(id), "name": .string(name), "keys": keys.value,
      "roles": .array(roles.map(CanonicalValue.string)),
    ]
    if let organisation { members["organisation"] = .string(organisation) }
    if let contractor { members["contractor"] = .string(contractor) }
    if let until { members["until"] = .string(until.isoText) }
    return .object(members)
  }

  init(_ value: CanonicalValue) throws(AuditingError) {
    var members = try MemberReader(value)
    id = try members.string("id")
    name = try members.name("name")
    organisation = try members.optionalName("organisation")
    contractor = try members.optionalString("contractor")
    roles = try members.strings("roles")
    keys = try PublicKeys(members.required("keys"))
    until = try members.optionalDate("until")
    try members.end()
  }
}
