/// SHA-256 of the log's entry 0: the vault's self-certifying name, 32 bytes.
///
/// Whoever holds it needs no other key to check the log, since entry 0 names the first keys.
public struct VaultID: Hashable, Sendable, CustomStringConvertible {
  /// The digest, 32 bytes.
  public let bytes: [UInt8]

  /// - Returns: nil unless there are exactly 32 bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Reads the base64url text without padding that `init` prints, or a whole origin.
  public init?(text: String) {
    let prefix = "mynumber/"
    let bare = text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
    guard let bytes = Base64.decodeURL(bare), bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Base64url without padding, 43 characters.
  public var description: String { Base64.encodeURL(bytes) }

  /// The origin line of this log's checkpoints (C2SP tlog-checkpoint).
  public var origin: String { "mynumber/" + description }
}
