internal import JSON
public import Secrets

/// The two public keys of a user or of the recovery file.
public struct PublicKeys: Hashable, Sendable {
  /// Signs checkpoints and authority entries (RFC 8032).
  public let ed25519: Ed25519PublicKey
  /// Private halves are sealed to this one (RFC 9180).
  public let x25519: X25519PublicKey

  /// Pairs two public keys.
  public init(ed25519: Ed25519PublicKey, x25519: X25519PublicKey) {
    self.ed25519 = ed25519
    self.x25519 = x25519
  }

  var value: CanonicalValue {
    .object([
      "ed25519": .string(Base64.encode(ed25519.bytes)),
      "x25519": .string(Base64.encode(x25519.bytes)),
    ])
  }

  init(_ value: CanonicalValue) throws(AuditingError) {
    var members = try MemberReader(value)
    let signing = try members.base64("ed25519", count: 32)
    let sealing = try members.base64("x25519", count: 32)
    try members.end()
    do throws(SecretsError) {
      ed25519 = try Ed25519PublicKey(signing)
      x25519 = try X25519PublicKey(sealing)
    } catch {
      throw AuditingError(.malformed, detail: "public keys")
    }
  }
}
