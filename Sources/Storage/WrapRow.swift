/// One wrapped data key with its bytes.
public struct WrapRow: Equatable, Sendable {
  public let header: WrapHeader
  /// The id of the declaration that allows it (16 bytes); zeros once erased.
  public let declaration: [UInt8]
  /// Nonce, wrapped key and tag (60 bytes); zeros once erased.
  public let sealed: [UInt8]

  public init(header: WrapHeader, declaration: [UInt8], sealed: [UInt8]) {
    self.header = header
    self.declaration = declaration
    self.sealed = sealed
  }
}
