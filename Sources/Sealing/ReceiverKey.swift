internal import Auditing
public import Secrets

/// A receiver's key pair for hand-overs, and the text of the file that keeps it.
///
/// ```
/// mynumber receiver key v1
/// public <base64 of the X25519 public key>
/// <base64 of the 76 bytes of the private key under a passphrase>
/// ```
public struct ReceiverKey: Hashable, Sendable {
  /// The public half, which goes into the contract's file.
  public let publicKey: X25519PublicKey
  private let sealed: [UInt8]

  private static let title = "mynumber receiver key v1"
  private static let label = "public "
  private static let sealedCount = 32 + PassphraseBox.overhead

  /// Makes a fresh pair under a passphrase.
  ///
  /// - Throws: `.passphraseTooShort`.
  public init(
    under passphrase: borrowing SecretBytes, random: RandomBytes
  ) throws(SealingError) {
    let privateKey = try HeldKey.makePair(random: random)
    let publicKey = privateKey.publicKey
    self.publicKey = publicKey
    sealed = try privateKey.withRawBytes { (raw) throws(SealingError) in
      try PassphraseBox.seal(
        raw, under: passphrase, context: SealingContext.receiver(publicKey), random: random,
        doing: "seal a receiver's key")
    }
  }

  /// Reads a file's text.
  ///
  /// - Throws: `.malformed`.
  public init(parsing text: String) throws(SealingError) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count == 4, lines[0] == Self.title, lines[1].hasPrefix(Self.label),
      let publicBytes = Base64.decode(String(lines[1].dropFirst(Self.label.count))),
      let sealed = Base64.decode(lines[2]), sealed.count == Self.sealedCount, lines[3].isEmpty,
      let publicKey = try? X25519PublicKey(publicBytes)
    else { throw SealingError(.malformed, doing: "read a receiver's key") }
    self.publicKey = publicKey
    self.sealed = sealed
  }

  /// The text to be written.
  public var text: String {
    "\(Self.title)\n\(Self.label)\(publicText)\n\(Base64.encode(sealed))\n"
  }

  /// The public half in base64.
  public var publicText: String { Base64.encode(publicKey.bytes) }

  /// Opens the private half.
  ///
  /// - Throws: `.wrongPassphrase`, `.wrongPrivateHalf`.
  func privateKey(under passphrase: borrowing SecretBytes) throws(SealingError) -> X25519PrivateKey
  {
    let doing = "open a receiver's key"
    let raw = try PassphraseBox.open(
      sealed.span, under: passphrase, context: SealingContext.receiver(publicKey), doing: doing)
    let privateKey: X25519PrivateKey
    do throws(SecretsError) {
      privateKey = try raw.withSpan { (bytes) throws(SecretsError) in
        try X25519PrivateKey(rawBytes: bytes)
      }
    } catch {
      throw SealingError(.cryptography(error), doing: doing)
    }
    guard privateKey.publicKey == publicKey else {
      throw SealingError(.wrongPrivateHalf, doing: doing)
    }
    return privateKey
  }
}
