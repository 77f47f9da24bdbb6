import Secrets

/// One signature line of a checkpoint (C2SP signed-note, Ed25519).
public struct CheckpointSignature: Hashable, Sendable {
  /// The key's name: `<origin>/<user id>`.
  public let name: String
  /// The first 4 bytes of SHA-256 over the name and the public key: a hint, not a proof.
  public let keyHash: [UInt8]
  /// The Ed25519 signature of the checkpoint's body, 64 bytes; a cosignature has its time in 8 bytes
  /// before it.
  public let signature: [UInt8]

  static let signatureCount = 64
  static let cosignatureCount = 72

  init(name: String, keyHash: [UInt8], signature: [UInt8]) throws(AuditingError) {
    guard Self.isName(name) else { throw AuditingError(.malformed, detail: "key name") }
    guard keyHash.count == 4,
      [Self.signatureCount, Self.cosignatureCount].contains(signature.count)
    else {
      throw AuditingError(.malformed, detail: "signature")
    }
    self.name = name
    self.keyHash = keyHash
    self.signature = signature
  }

  /// Reads `— NAME BASE64`, without the newline.
  init(parsing line: ArraySlice<UInt8>) throws(AuditingError) {
    let parts = line.split(separator: 0x20, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].elementsEqual("—".utf8),
      let name = String(validating: parts[1], as: UTF8.self),
      let text = String(validating: parts[2], as: UTF8.self), let bytes = Base64.decode(text)
    else { throw AuditingError(.malformed, detail: "signature line") }
    try self.init(
      name: name, keyHash: Array(bytes.prefix(4)), signature: Array(bytes.dropFirst(4)))
  }

  /// The line, without the newline.
  var line: String { "— \(name) \(Base64.encode(keyHash + signature))" }

  /// The hint for a key: SHA-256(name, newline, type, public key), cut to 4 bytes; the type is 1 of
  /// Ed25519, 4 of a cosignature.
  static func keyHash(
    name: String, publicKey: Ed25519PublicKey, type: UInt8 = 1
  ) throws(AuditingError) -> [UInt8] {
    let named = Array(name.utf8) + [0x0A, type] + publicKey.bytes
    do throws(SecretsError) {
      return Array(try SHA256.hash(named.span).prefix(4))
    } catch { throw AuditingError(.cryptography(error)) }
  }

  /// Names are of visible ASCII without `+`, so one name has one spelling.
  static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "+") }
  }
}
