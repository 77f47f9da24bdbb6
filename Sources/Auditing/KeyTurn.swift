/// The leave to carry over to a key's newest generation what lies under those before it.
///
/// It is had from the log alone, while that has stated the newest generation and has not ended the ones
/// before: whoever opens data keys for a rotation, without a receipt, shows it (see `Opener`). It names the
/// one key for which they are wrapped, and whether values may be sealed anew.
public struct KeyTurn: Hashable, Sendable {
  /// The newest generation.
  public let key: AuthenticatedKey
  /// Whether the log says that what lies under the former generations is sealed anew.
  public let reseals: Bool

  init(key: AuthenticatedKey, reseals: Bool) {
    self.key = key
    self.reseals = reseals
  }
}

extension Authority {
  /// The leave to rotate a key; nil where the log has not begun that, or has ended it.
  public func turn(of name: String) -> KeyTurn? {
    guard rotationUnfinished.contains(name), let key = key(name) else { return nil }
    return KeyTurn(key: key, reseals: reseals(name))
  }
}
