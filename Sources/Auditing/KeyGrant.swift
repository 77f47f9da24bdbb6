/// That a user holds a key of a generation, by an entry of the log.
public struct KeyGrant: Hashable, Sendable, Comparable {
  /// The user's id, or `recovery`.
  public let user: String
  /// The key's name.
  public let key: String
  /// The key's generation.
  public let generation: Int

  /// Names a grant.
  public init(user: String, key: String, generation: Int) {
    self.user = user
    self.key = key
    self.generation = generation
  }

  public static func < (left: KeyGrant, right: KeyGrant) -> Bool {
    (left.user, left.key, left.generation) < (right.user, right.key, right.generation)
  }
}
