/// A data key sealed under a lockbox's wrapping key.
public struct WrappedKey: Hashable, Sendable {
  /// The number of the key in the log.
  public let keyNumber: Int
  /// The lockbox's place in the batch that made it.
  public let lockboxOrdinal: Int
  /// Nonce, sealed data key and tag: 60 bytes.
  public let sealed: [UInt8]

  /// Describes a wrap to be stored.
  public init(keyNumber: Int, lockboxOrdinal: Int, sealed: [UInt8]) {
    self.keyNumber = keyNumber
    self.lockboxOrdinal = lockboxOrdinal
    self.sealed = sealed
  }
}
