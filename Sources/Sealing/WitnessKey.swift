public import Auditing
public import People
public import Secrets

/// A witness's key pair, and the text of the file that keeps it; it needs no vault.
///
/// ```
/// mynumber witness key v1
/// <the witness: name, key hash and public key>
/// <base64 of the 76 bytes of the private key under a passphrase>
/// ```
public struct WitnessKey: Hashable, Sendable {
  /// Name and public half, which whoever verifies is given.
  public let witness: Witness
  private let sealed: [UInt8]

  private static let title = "mynumber witness key v1"
  private static let sealedCount = 32 + PassphraseBox.overhead

  /// Makes a fresh pair under a passphrase.
  ///
  /// - Throws: `.passphraseTooShort`; `.malformed` for a name that no key can have.
  public init(
    name: String, under passphrase: borrowing SecretBytes, random: RandomBytes
  ) throws(SealingError) {
    let doing = "make a witness's key"
    let key: Ed25519PrivateKey
    do throws(SecretsError) {
      key = try Ed25519PrivateKey(random: random)
    } catch {
      throw SealingError(.cryptography(error), doing: doing)
    }
    let witness = try Self.witness(name, key.publicKey)
    self.witness = witness
    sealed = try key.withRawBytes { (raw) throws(SealingError) in
      try PassphraseBox.seal(
        raw, under: passphrase, context: SealingContext.witness(witness), random: random,
        doing: doing)
    }
  }

  private static func witness(
    _ name: String, _ key: Ed25519PublicKey
  ) throws(SealingError) -> Witness {
    do throws(AuditingError) {
      return try Witness(name: name, publicKey: key)
    } catch {
      throw SealingError(.malformed, doing: "name a witness")
    }
  }

  /// Reads a file's text.
  ///
  /// - Throws: `.malformed`.
  public init(parsing text: String) throws(SealingError) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count == 4, lines[0] == Self.title, let witness = try? Witness(parsing: lines[1]),
      let sealed = Base64.decode(lines[2]), sealed.count == Self.sealedCount, lines[3].isEmpty
    else { throw SealingError(.malformed, doing: "read a witness's key") }
    self.witness = witness
    self.sealed = sealed
  }

  /// The text to be written.
  public var text: String { "\(Self.title)\n\(witness.text)\n\(Base64.encode(sealed))\n" }

  /// Cosigns a checkpoint that was held against the whole log, as of a time.
  ///
  /// - Throws: `.wrongPassphrase`, `.wrongPrivateHalf`, `.malformed` for a time before 1970.
  public func cosign(
    _ checkpoint: SignedCheckpoint, under passphrase: borrowing SecretBytes, at time: Timestamp
  ) throws(SealingError) -> SignedCheckpoint {
    let doing = "cosign a checkpoint"
    let raw = try PassphraseBox.open(
      sealed.span, under: passphrase, context: SealingContext.witness(witness), doing: doing)
    let key: Ed25519PrivateKey
    do throws(SecretsError) {
      key = try raw.withSpan { (bytes) throws(SecretsError) in
        try Ed25519PrivateKey(rawBytes: bytes)
      }
    } catch {
      throw SealingError(.cryptography(error), doing: doing)
    }
    guard key.publicKey == witness.publicKey else {
      throw SealingError(.wrongPrivateHalf, doing: doing)
    }
    do throws(AuditingError) {
      return try checkpoint.cosigned(by: witness, key: key, at: time)
    } catch {
      throw SealingError(.malformed, doing: doing)
    }
  }
}
