public import Auditing
public import Secrets

/// A user's two private keys, or those of the recovery file.
public struct UserSecrets: ~Copyable {
  /// Signs authority entries and checkpoints.
  public let signer: Signer
  /// Opens what is sealed to the user.
  public let sealing: X25519PrivateKey

  /// A passphrase has at least this many characters (Unicode scalar values).
  public static let shortestPassphrase = 12

  /// Refuses a passphrase that may not be set.
  ///
  /// - Throws: `.passphraseTooShort`.
  public static func checkLength(_ passphrase: borrowing SecretBytes) throws(SealingError) {
    guard isLongEnough(passphrase) else {
      throw SealingError(.passphraseTooShort, doing: "set a passphrase")
    }
  }

  /// Whether a passphrase may be set: what begins a scalar in UTF-8 is counted, not the bytes.
  public static func isLongEnough(_ passphrase: borrowing SecretBytes) -> Bool {
    passphrase.withSpan { bytes in
      var count = 0
      for place in bytes.indices where bytes[place] & 0xC0 != 0x80 { count += 1 }
      return count >= shortestPassphrase
    }
  }

  /// Salt, nonce, 64 key bytes and tag.
  static let sealedCount = 64 + PassphraseBox.overhead

  /// Makes fresh pairs for a user's id, or for `recovery`.
  public init(id: String, random: RandomBytes) throws(SealingError) {
    self = try Self.make(id: id, random: random)
  }

  private static func make(id: String, random: RandomBytes) throws(SealingError) -> UserSecrets {
    do throws(SecretsError) {
      return UserSecrets(
        signer: Signer(id: id, key: try Ed25519PrivateKey(random: random)),
        sealing: try X25519PrivateKey(random: random))
    } catch {
      throw SealingError(.cryptography(error), doing: "make key pairs")
    }
  }

  private init(signer: consuming Signer, sealing: consuming X25519PrivateKey) {
    self.signer = signer
    self.sealing = sealing
  }

  /// The public halves.
  public var publicKeys: PublicKeys {
    PublicKeys(ed25519: signer.key.publicKey, x25519: sealing.publicKey)
  }

  /// Seals both private keys under a passphrase: AES-256-GCM under scrypt with N=2^17, r=8, p=1
  /// (RFC 7914).
  ///
  /// - Returns: 16 bytes of salt, then nonce, ciphertext and tag of the 64 key bytes: 108 bytes.
  /// - Throws: `.passphraseTooShort`.
  public borrowing func seal(
    under passphrase: borrowing SecretBytes, vault: VaultID, random: RandomBytes
  ) throws(SealingError) -> [UInt8] {
    let context = SealingContext.user(vault: vault, user: signer.id)
    let both: SecretBytes
    do throws(SecretsError) {
      both = try bothKeys()
    } catch {
      throw SealingError(.cryptography(error), doing: "seal key pairs")
    }
    return try both.withSpan { (plain) throws(SealingError) in
      try PassphraseBox.seal(
        plain, under: passphrase, context: context, random: random, doing: "seal key pairs")
    }
  }

  /// Opens what `seal` made, and checks it against the public halves that the log states.
  ///
  /// - Throws: `.wrongPassphrase`, `.wrongPrivateHalf`, `.malformed`.
  public static func open(
    _ sealed: [UInt8], under passphrase: borrowing SecretBytes, user: String, vault: VaultID,
    expecting publicKeys: PublicKeys
  ) throws(SealingError) -> UserSecrets {
    guard sealed.count == sealedCount else {
      throw SealingError(.malformed, doing: "open key pairs")
    }
    let context = SealingContext.user(vault: vault, user: user)
    let both = try PassphraseBox.open(
      sealed.span, under: passphrase, context: context, doing: "sign in")
    let secrets = try both.withSpan { (bytes) throws(SealingError) in
      try read(bytes, user: user)
    }
    guard secrets.publicKeys == publicKeys else {
      throw SealingError(.wrongPrivateHalf, doing: "check the keys of \(user)")
    }
    return secrets
  }

  private borrowing func bothKeys() throws(SecretsError) -> SecretBytes {
    try SecretBytes(count: 64) { (out) throws(SecretsError) in
      signer.key.withRawBytes { raw in
        for index in raw.indices { out[index] = raw[index] }
      }
      sealing.withRawBytes { raw in
        for index in raw.indices { out[32 + index] = raw[index] }
      }
    }
  }

  private static func read(
    _ bytes: Span<UInt8>, user: String
  ) throws(SealingError) -> UserSecrets {
    do throws(SecretsError) {
      return UserSecrets(
        signer: Signer(id: user, key: try Ed25519PrivateKey(rawBytes: bytes.extracting(0..<32))),
        sealing: try X25519PrivateKey(rawBytes: bytes.extracting(32..<64)))
    } catch {
      throw SealingError(.cryptography(error), doing: "open key pairs")
    }
  }
}
