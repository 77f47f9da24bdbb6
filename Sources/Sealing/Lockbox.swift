internal import People
internal import Secrets

/// The public part of a lockbox: what the keys file stores and the log pins.
///
/// One is made for each collecting transaction and key. Whoever holds the key's private half
/// recovers from `encapsulated` a wrapping key, under which that transaction's data keys lie: one
/// X25519 operation a batch, not a row (RFC 9180 section 5.3, secret export).
public struct Lockbox: Hashable, Sendable {
  /// 16 random bytes.
  public let uid: [UInt8]
  /// The purpose's or compartment's name.
  public let key: String
  /// The key's generation.
  public let generation: Int
  /// HPKE's `enc`, 32 bytes.
  public let encapsulated: [UInt8]
  /// An exported 32-byte value that fixes the secret.
  public let commitment: [UInt8]

  /// Describes a stored lockbox.
  public init(
    uid: [UInt8], key: String, generation: Int, encapsulated: [UInt8], commitment: [UInt8]
  ) {
    self.uid = uid
    self.key = key
    self.generation = generation
    self.encapsulated = encapsulated
    self.commitment = commitment
  }

  /// What the log's entry pins: all fields, length-prefixed.
  public var canonicalBytes: [UInt8] {
    var writer = FieldWriter()
    writer.write(uid)
    writer.write(key)
    writer.write(generation)
    writer.write(encapsulated)
    writer.write(commitment)
    return writer.bytes
  }

  /// SHA-256 of the canonical bytes.
  public func digest() throws(SealingError) -> [UInt8] {
    do throws(SecretsError) {
      return try SHA256.hash(canonicalBytes.span)
    } catch {
      throw SealingError(.cryptography(error), doing: "hash a lockbox")
    }
  }
}
