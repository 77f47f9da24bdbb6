/// A user's sealed private keys.
public struct UserRow: Equatable, Sendable {
  /// The ASCII id that the log uses, never the name.
  public let id: String
  /// The private keys under the user's passphrase, in the caller's format.
  public let sealed: [UInt8]

  public init(id: String, sealed: [UInt8]) {
    self.id = id
    self.sealed = sealed
  }
}
