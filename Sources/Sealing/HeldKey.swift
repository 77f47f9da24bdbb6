public import Auditing
public import Secrets

/// The private half of a key, checked against the public half that the log states.
public final class HeldKey {
  /// The key that the log vouches for.
  public let key: AuthenticatedKey
  let privateKey: X25519PrivateKey

  /// - Throws: `.wrongPrivateHalf` if the halves do not belong together.
  init(_ privateKey: consuming X25519PrivateKey, for key: AuthenticatedKey) throws(SealingError) {
    guard privateKey.publicKey == key.publicKey else {
      throw SealingError(.wrongPrivateHalf, doing: "check the key \(key.name)")
    }
    self.key = key
    self.privateKey = privateKey
  }

  /// Takes a pair that was just made and stated.
  ///
  /// - Throws: `.wrongPrivateHalf` if the log states another public half.
  public convenience init(
    fresh privateKey: consuming X25519PrivateKey, for key: AuthenticatedKey
  ) throws(SealingError) {
    try self.init(privateKey, for: key)
  }

  /// Makes a fresh pair; `statement` is what the log has to say of it.
  public static func makePair(random: RandomBytes) throws(SealingError) -> X25519PrivateKey {
    do throws(SecretsError) {
      return try X25519PrivateKey(random: random)
    } catch {
      throw SealingError(.cryptography(error), doing: "make a key pair")
    }
  }
}
