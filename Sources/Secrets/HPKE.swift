/// HPKE base mode (RFC 9180) in one suite: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
public enum HPKE {
  /// Bytes in an encapsulated key.
  public static let encapsulatedCount = CurveKey<X25519>.count

  /// Seals one message to `recipient` under a fresh key; the ciphertext ends with its tag.
  ///
  /// Throws `.badKey` when the recipient's key has small order.
  public static func seal(
    _ plaintext: Span<UInt8>, to recipient: X25519PublicKey, info: Span<UInt8>,
    associatedData: Span<UInt8>, random: RandomBytes
  ) throws(SecretsError) -> (encapsulated: [UInt8], ciphertext: [UInt8]) {
    let ephemeral = try X25519PrivateKey(random: random)
    let schedule = try KeySchedule(sender: ephemeral, recipient: recipient, info: info)
    let ciphertext = try schedule.seal(plaintext, associatedData: associatedData)
    return (ephemeral.publicKey.bytes, ciphertext)
  }

  /// Opens one message sealed to `key`.
  ///
  /// Throws `.authenticationFailed` when anything is not as sealed, `.badLength` when the
  /// ciphertext is shorter than a tag or `encapsulated` is not 32 bytes, `.badKey` when the
  /// encapsulated key has small order.
  public static func open(
    _ ciphertext: Span<UInt8>, encapsulated: Span<UInt8>,
    with key: borrowing X25519PrivateKey, info: Span<UInt8>, associatedData: Span<UInt8>
  ) throws(SecretsError) -> SecretBytes {
    let schedule = try KeySchedule(recipient: key, encapsulated: encapsulated, info: info)
    return try schedule.open(ciphertext, associatedData: associatedData)
  }

  /// Sets up the sending side for exports only (RFC 9180 section 5.3).
  ///
  /// Throws `.badKey` when the recipient's key has small order.
  public static func sender(
    to recipient: X25519PublicKey, info: Span<UInt8>, random: RandomBytes
  ) throws(SecretsError) -> Sender {
    let ephemeral = try X25519PrivateKey(random: random)
    let schedule = try KeySchedule(sender: ephemeral, recipient: recipient, info: info)
    return Sender(
      encapsulated: ephemeral.publicKey.bytes, exporter: Exporter(try schedule.exporterSecret()))
  }

  /// Sets up the receiving side for exports only.
  ///
  /// Throws `.badLength` when `encapsulated` is not 32 bytes, `.badKey` when it has small order.
  /// A wrong key or info is not noticed here: it gives other exports.
  public static func recipient(
    encapsulated: Span<UInt8>, with key: borrowing X25519PrivateKey, info: Span<UInt8>
  ) throws(SecretsError) -> Exporter {
    let schedule = try KeySchedule(recipient: key, encapsulated: encapsulated, info: info)
    return Exporter(try schedule.exporterSecret())
  }
}
