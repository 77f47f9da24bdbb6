public import Auditing
public import Secrets

/// The private half of a key, sealed to one holder (HPKE base mode, RFC 9180).
public struct SealedGrant: Hashable, Sendable {
  /// HPKE's `enc`, 32 bytes.
  public let encapsulated: [UInt8]
  /// The sealed private half, 48 bytes.
  public let sealed: [UInt8]

  /// Describes a stored grant.
  public init(encapsulated: [UInt8], sealed: [UInt8]) {
    self.encapsulated = encapsulated
    self.sealed = sealed
  }

  /// Seals a private half to a holder whom the log vouches for.
  public static func seal(
    _ privateKey: borrowing X25519PrivateKey, key: String, generation: Int,
    to holder: AuthenticatedKey, vault: VaultID, random: RandomBytes
  ) throws(SealingError) -> SealedGrant {
    let info = SealingContext.grant(
      vault: vault, key: key, generation: generation, holder: holder.name)
    do throws(SecretsError) {
      return try privateKey.withRawBytes { (raw) throws(SecretsError) in
        let nothing: [UInt8] = []
        let sealed = try HPKE.seal(
          raw, to: holder.publicKey, info: info.span, associatedData: nothing.span,
          random: random)
        return SealedGrant(encapsulated: sealed.encapsulated, sealed: sealed.ciphertext)
      }
    } catch {
      throw SealingError(.cryptography(error), doing: "seal a key to a holder")
    }
  }

  /// Opens the private half with the holder's key and checks it against the log.
  ///
  /// - Throws: `.notAuthentic` or `.wrongPrivateHalf`.
  public func open(
    _ key: AuthenticatedKey, holder: String, with holderKey: borrowing X25519PrivateKey,
    vault: VaultID
  ) throws(SealingError) -> HeldKey {
    let info = SealingContext.grant(
      vault: vault, key: key.name, generation: key.generation, holder: holder)
    let privateKey: X25519PrivateKey
    do throws(SecretsError) {
      let nothing: [UInt8] = []
      let raw = try HPKE.open(
        sealed.span, encapsulated: encapsulated.span, with: holderKey, info: info.span,
        associatedData: nothing.span)
      privateKey = try raw.withSpan { (bytes) throws(SecretsError) in
        try X25519PrivateKey(rawBytes: bytes)
      }
    } catch {
      throw SealingError(opening: error, doing: "open the key \(key.name)")
    }
    return try HeldKey(privateKey, for: key)
  }
}

extension HeldKey {
  /// Seals this private half to a further holder.
  public func seal(
    to holder: AuthenticatedKey, vault: VaultID, random: RandomBytes
  ) throws(SealingError) -> SealedGrant {
    try SealedGrant.seal(
      privateKey, key: key.name, generation: key.generation, to: holder, vault: vault,
      random: random)
  }
}
