internal import Auditing
internal import People
internal import Rules
internal import Secrets

/// What each sealed value is bound to, byte by byte: the one place where labels, HPKE info and
/// associated data are defined.
///
/// All fields are length-prefixed (`FieldWriter`), and each begins with its label and the vault
/// id, so nothing sealed can be moved to another place, purpose, person or vault.
enum SealingContext {
  /// HKDF info of the key that encrypts under a data key.
  static let encrypt = Array("mynumber v1 encrypt".utf8)
  /// HKDF info of the commitment beside the ciphertext.
  static let commit = Array("mynumber v1 commit".utf8)
  /// HPKE exporter context of a lockbox's wrapping key.
  static let wrappingKey = Array("mynumber v1 wrapping key".utf8)
  /// HPKE exporter context of a lockbox's commitment.
  static let lockboxCommitment = Array("mynumber v1 lockbox commitment".utf8)

  /// HPKE info of a lockbox.
  static func lockbox(vault: VaultID, key: String, generation: Int, lockbox: [UInt8]) -> [UInt8] {
    fields("mynumber v1 lockbox", vault) {
      $0.write(key)
      $0.write(generation)
      $0.write(lockbox)
    }
  }

  /// Associated data of a wrapped data key, as far as it is the same for a whole lockbox.
  static func wraps(vault: VaultID, lockbox: Lockbox) -> [UInt8] {
    fields("mynumber v1 wrap", vault) {
      $0.write(lockbox.uid)
      $0.write(lockbox.key)
      $0.write(lockbox.generation)
    }
  }

  /// Associated data of a wrapped data key.
  static func wrap(
    vault: VaultID, lockbox: Lockbox, object: SealedObject, declaration: [UInt8]
  ) -> [UInt8] {
    var data = AssociatedData()
    data.start(with: wraps(vault: vault, lockbox: lockbox))
    data.add(object)
    data.add(declaration: declaration.span)
    return data.bytes
  }

  /// Associated data of a number, a profile or an evidence record.
  static func object(vault: VaultID, object: SealedObject) -> [UInt8] {
    fields("mynumber v1 object", vault) { write(object, to: &$0) }
  }

  /// What the associated data of every number, profile and evidence record begin with.
  static func objects(vault: VaultID) -> [UInt8] { fields("mynumber v1 object", vault) { _ in } }

  /// Associated data of a witness's key under its passphrase.
  static func witness(_ witness: Witness) -> [UInt8] {
    var fields = FieldWriter()
    fields.write("mynumber v1 witness")
    fields.write(witness.text)
    return fields.bytes
  }

  /// The fields that tell a sealed value from the others of its vault.
  static func write(_ object: SealedObject, to fields: inout FieldWriter) {
    fields.write(object.person)
    fields.write(Int(object.kind.rawValue))
    fields.write(object.version)
  }

  /// HPKE info of a private half that is sealed to a holder.
  static func grant(vault: VaultID, key: String, generation: Int, holder: String) -> [UInt8] {
    fields("mynumber v1 grant", vault) {
      $0.write(key)
      $0.write(generation)
      $0.write(holder)
    }
  }

  /// Associated data of a user's private keys under the passphrase.
  static func user(vault: VaultID, user: String) -> [UInt8] {
    fields("mynumber v1 user", vault) { $0.write(user) }
  }

  /// HPKE info of a hand-over file.
  static func handOver(_ header: HandOverHeader) -> [UInt8] {
    fields("mynumber v1 hand-over", header.vault) {
      $0.write(header.id)
      $0.write(header.contractor.text)
    }
  }

  /// Associated data of a receiver's private key under a passphrase; it is of no vault.
  static func receiver(_ publicKey: X25519PublicKey) -> [UInt8] {
    var writer = FieldWriter(reserving: 80)
    writer.write("mynumber v1 receiver")
    writer.write(publicKey.bytes)
    return writer.bytes
  }

  private static func fields(
    _ label: String, _ vault: VaultID, _ write: (inout FieldWriter) -> Void
  ) -> [UInt8] {
    var writer = FieldWriter(reserving: 256)
    writer.write(label)
    writer.write(vault.bytes)
    write(&writer)
    return writer.bytes
  }
}
