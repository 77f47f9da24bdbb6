public import Secrets

/// A checkpoint with its signatures (C2SP signed-note).
public struct SignedCheckpoint: Hashable, Sendable {
  /// What was signed.
  public let checkpoint: Checkpoint
  /// By whom, in the order of the text; at least one, at most 16.
  public let signatures: [CheckpointSignature]

  /// How long a text may be, in bytes.
  public static let textLimit = 8192
  private static let signatureLimit = 16

  /// Reads the text of a signed checkpoint; verifies no signature.
  ///
  /// - Throws: `AuditingError` `.malformed` for another shape (extension lines and other kinds of
  ///   key included), `.notCanonical` for bytes that `text` would not write.
  public init(parsing bytes: [UInt8]) throws(AuditingError) {
    guard bytes.count <= Self.textLimit, bytes.last == 0x0A else {
      throw AuditingError(.malformed, detail: "checkpoint")
    }
    let lines = bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
    guard 5...4 + Self.signatureLimit ~= lines.count, lines[3].isEmpty else {
      throw AuditingError(.malformed, detail: "checkpoint lines")
    }
    checkpoint = try Checkpoint(origin: lines[0], size: lines[1], root: lines[2])
    var signatures: [CheckpointSignature] = []
    for line in lines[4...] {
      let signature = try CheckpointSignature(parsing: line)
      guard !signatures.contains(where: { $0.name == signature.name }) else {
        throw AuditingError(.malformed, detail: "signed twice")
      }
      signatures.append(signature)
    }
    self.signatures = signatures
    guard signatures[0].signature.count == CheckpointSignature.signatureCount else {
      throw AuditingError(.malformed, detail: "signature")
    }
    guard text == bytes else { throw AuditingError(.notCanonical, detail: "checkpoint") }
  }

  init(checkpoint: Checkpoint, signatures: [CheckpointSignature]) {
    self.checkpoint = checkpoint
    self.signatures = signatures
  }

  /// The exact text: three lines, an empty one, a line for each signature.
  public var text: [UInt8] {
    var text = checkpoint.body
    for signature in signatures { text += "\n\(signature.line)".utf8 }
    return text + [0x0A]
  }

  /// Signs a checkpoint under a key name.
  ///
  /// - Throws: `AuditingError` `.malformed` for a name with spaces, `+` or anything but ASCII,
  ///   `.cryptography`.
  public static func sign(
    _ checkpoint: Checkpoint, name: String, key: borrowing Ed25519PrivateKey
  ) throws(AuditingError) -> SignedCheckpoint {
    let keyHash = try CheckpointSignature.keyHash(name: name, publicKey: key.publicKey)
    let body = checkpoint.body
    let signature: [UInt8]
    do throws(SecretsError) {
      signature = try key.sign(body.span)
    } catch { throw AuditingError(.cryptography(error)) }
    return SignedCheckpoint(
      checkpoint: checkpoint,
      signatures: [try CheckpointSignature(name: name, keyHash: keyHash, signature: signature)])
  }

  /// True if this key signed under this name; false if it did not, or not rightly.
  ///
  /// - Throws: `AuditingError` `.cryptography`.
  public func isValid(
    name: String, publicKey: Ed25519PublicKey
  ) throws(AuditingError) -> Bool {
    let keyHash = try CheckpointSignature.keyHash(name: name, publicKey: publicKey)
    guard let signed = signatures.first(where: { $0.name == name && $0.keyHash == keyHash }) else {
      return false
    }
    do throws(SecretsError) {
      return try publicKey.isValid(signature: signed.signature.span, for: checkpoint.body.span)
    } catch { throw AuditingError(.cryptography(error)) }
  }
}

extension Checkpoint {
  fileprivate init(
    origin: ArraySlice<UInt8>, size: ArraySlice<UInt8>, root: ArraySlice<UInt8>
  ) throws(AuditingError) {
    let text = [origin, size, root].compactMap { String(validating: $0, as: UTF8.self) }
    guard text.count == 3, let count = Int(text[1]), let hash = Base64.decode(text[2]) else {
      throw AuditingError(.malformed, detail: "checkpoint")
    }
    try self.init(origin: text[0], size: count, root: try MerkleHash(hash))
  }
}
