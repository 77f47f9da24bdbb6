public import People

/// A user as the replayed log knows them.
public struct UserAccount: Hashable, Sendable {
  /// What the entry that added the user said.
  public let statement: UserStatement
  /// The keys in force now.
  public internal(set) var keys: PublicKeys
  /// The index of the entry that made `keys` known.
  public internal(set) var keysIndex: Int
  /// The index of the entry that added the user.
  public let addedIndex: Int
  /// The index of the entry that revoked the user.
  public internal(set) var revokedIndex: Int?

  /// The ASCII id.
  public var id: String { statement.id }
  /// The name the user signs in with.
  public var name: String { statement.name }
  /// True until the user has changed the passphrase that somebody else may have set.
  public var hasFirstPassphrase: Bool { keysIndex == addedIndex }

  /// True if neither revoked nor past the last day.
  public func isActive(on date: CalendarDate) -> Bool {
    guard revokedIndex == nil else { return false }
    guard let until = statement.until else { return true }
    return date <= until
  }
}
