public import Secrets

/// A public key that the replayed authority entries vouch for.
///
/// The only type that sealing accepts: nothing is ever sealed to a public key read from a table.
/// It is made by `Authority` alone.
public struct AuthenticatedKey: Hashable, Sendable {
  /// The name of the key: a purpose, a compartment, `user:u3` or `recovery`.
  public let name: String
  /// The generation; the entry's index for a user's key.
  public let generation: Int
  /// A small number for the key, the same over all generations: the index of its first entry.
  public let number: Int
  /// The public half.
  public let publicKey: X25519PublicKey

  init(name: String, generation: Int, number: Int, publicKey: X25519PublicKey) {
    self.name = name
    self.generation = generation
    self.number = number
    self.publicKey = publicKey
  }
}
