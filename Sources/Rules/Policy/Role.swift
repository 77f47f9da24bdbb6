/// What a user may do, and which keys may be granted to them.
public struct Role: Hashable, Sendable, Identifiable {
  public let id: RoleID
  public let ja: String
  public let en: String
  public let actions: Set<Action>
  /// Purpose ids and the compartments `roster` and `evidence`.
  public let keys: [String]
  /// For a contractor's users: they hold no purpose's key, only what was shared with the contractor.
  public let isEntrusted: Bool

  /// The compartments: keys that are no purpose's.
  public static let compartments = ["roster", "evidence"]
}
