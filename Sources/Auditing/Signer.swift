public import Secrets

/// The private key with which a user, or the recovery file, signs entries and checkpoints.
public struct Signer: ~Copyable {
  /// The user's id, or `recovery`.
  public let id: String
  /// The private key.
  public let key: Ed25519PrivateKey

  /// Pairs an id with its private key.
  public init(id: String, key: consuming Ed25519PrivateKey) {
    self.id = id
    self.key = key
  }
}
