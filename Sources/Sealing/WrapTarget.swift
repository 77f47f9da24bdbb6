public import Auditing
public import People

/// A key for which a data key is wrapped, and the declaration that the wrap rests on.
public struct WrapTarget: Sendable {
  /// The key, as the log vouches for it.
  public let key: AuthenticatedKey
  /// The declaration that allows it.
  public let declaration: DeclarationID

  /// Names a target.
  public init(key: AuthenticatedKey, declaration: DeclarationID) {
    self.key = key
    self.declaration = declaration
  }
}
