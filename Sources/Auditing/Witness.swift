internal import People
public import Secrets

/// A witness outside the house, as a name and a public key (C2SP signed-note, key type 04).
///
/// As text: the name, `+`, the key hash in hexadecimal, `+`, and in base64 the byte 04 and the key.
public struct Witness: Hashable, Sendable {
  /// Visible ASCII without `+`, such as the witness's domain.
  public let name: String
  /// Whose cosignatures count.
  public let publicKey: Ed25519PublicKey
  /// The first 4 bytes of SHA-256 over the name, LF, 04 and the key.
  let keyHash: [UInt8]

  /// The type of a timestamped Ed25519 cosignature (C2SP tlog-cosignature).
  private static let type: UInt8 = 4

  /// - Throws: `.badName` for a name that no key can have, or that could be a user's.
  public init(name: String, publicKey: Ed25519PublicKey) throws(AuditingError) {
    guard CheckpointSignature.isName(name), name.utf8.count <= 100, !name.hasPrefix("mynumber/")
    else { throw AuditingError(.badName, detail: "witness") }
    self.name = name
    self.publicKey = publicKey
    keyHash = try CheckpointSignature.keyHash(name: name, publicKey: publicKey, type: Self.type)
  }

  /// Reads the text of a witness.
  ///
  /// - Throws: `.malformed`, or `.badName`.
  public init(parsing text: String) throws(AuditingError) {
    let malformed = AuditingError(.malformed, detail: "witness")
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let bytes = Base64.decode(String(parts[2])),
      bytes.first == Self.type
    else { throw malformed }
    let key: Ed25519PublicKey
    do throws(SecretsError) {
      key = try Ed25519PublicKey(Array(bytes.dropFirst()))
    } catch {
      throw malformed
    }
    try self.init(name: String(parts[0]), publicKey: key)
    guard self.text == text else { throw malformed }
  }

  /// The text, which is no secret.
  public var text: String {
    "\(name)+\(Hex.encode(keyHash))+\(Base64.encode([Self.type] + publicKey.bytes))"
  }
}
