public import Auditing
public import Secrets

/// A lockbox with its wrapping key, in the hands of the sender who made it or of a holder.
public final class OpenLockbox {
  /// The public part.
  public let lockbox: Lockbox
  /// The number of the key in the log.
  public let keyNumber: Int
  let wrappingKey: SecretBytes
  /// What the associated data of every wrap in this lockbox begin with.
  let wrapContext: [UInt8]

  private init(
    lockbox: Lockbox, vault: VaultID, keyNumber: Int, wrappingKey: consuming SecretBytes
  ) {
    self.lockbox = lockbox
    wrapContext = SealingContext.wraps(vault: vault, lockbox: lockbox)
    self.keyNumber = keyNumber
    self.wrappingKey = wrappingKey
  }

  /// Makes a lockbox for a key that the log vouches for.
  public static func make(
    for key: AuthenticatedKey, vault: VaultID, random: RandomBytes
  ) throws(SealingError) -> OpenLockbox {
    do throws(SecretsError) {
      let uid = try random.bytes(16)
      let info = SealingContext.lockbox(
        vault: vault, key: key.name, generation: key.generation, lockbox: uid)
      let sender = try HPKE.sender(to: key.publicKey, info: info.span, random: random)
      let exports = try export(sender.exporter)
      let lockbox = Lockbox(
        uid: uid, key: key.name, generation: key.generation, encapsulated: sender.encapsulated,
        commitment: exports.commitment)
      return OpenLockbox(
        lockbox: lockbox, vault: vault, keyNumber: key.number,
        wrappingKey: exports.takeWrappingKey())
    } catch {
      throw SealingError(.cryptography(error), doing: "make a lockbox")
    }
  }

  /// Opens a stored lockbox with the private half of its key.
  ///
  /// - Throws: `.wrongCommitment` if the exported commitment is another, `.notAuthentic` or
  ///   `.malformed` for an encapsulated key that is none.
  static func open(
    _ lockbox: Lockbox, keyNumber: Int, vault: VaultID, with key: borrowing X25519PrivateKey
  ) throws(SealingError) -> OpenLockbox {
    let info = SealingContext.lockbox(
      vault: vault, key: lockbox.key, generation: lockbox.generation, lockbox: lockbox.uid)
    let exports: LockboxExports
    do throws(SecretsError) {
      let exporter = try HPKE.recipient(
        encapsulated: lockbox.encapsulated.span, with: key, info: info.span)
      exports = try export(exporter)
    } catch {
      throw SealingError(opening: error, doing: "open a lockbox")
    }
    guard exports.commitment == lockbox.commitment else {
      throw SealingError(.wrongCommitment, doing: "open a lockbox")
    }
    return OpenLockbox(
      lockbox: lockbox, vault: vault, keyNumber: keyNumber, wrappingKey: exports.takeWrappingKey())
  }

  private static func export(
    _ exporter: borrowing HPKE.Exporter
  ) throws(SecretsError) -> LockboxExports {
    let (commitmentLabel, keyLabel) =
      (SealingContext.lockboxCommitment, SealingContext.wrappingKey)
    let commitment = try exporter.export(commitmentLabel.span, count: 32)
    let wrappingKey = try exporter.export(keyLabel.span, count: 32)
    let published = commitment.withSpan { [UInt8](copying: $0) }
    return LockboxExports(commitment: published, wrappingKey: wrappingKey)
  }
}
