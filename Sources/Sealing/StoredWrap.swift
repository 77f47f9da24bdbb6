/// A wrapped data key as it stands in the keys file.
public struct StoredWrap: Sendable {
  /// The row of the lockbox under which it lies.
  public let lockboxRow: Int64
  /// The declaration it was made for, 16 bytes.
  public let declaration: [UInt8]
  /// Nonce, sealed data key and tag: 60 bytes.
  public let sealed: [UInt8]

  /// Describes a stored wrap.
  public init(lockboxRow: Int64, declaration: [UInt8], sealed: [UInt8]) {
    self.lockboxRow = lockboxRow
    self.declaration = declaration
    self.sealed = sealed
  }
}
