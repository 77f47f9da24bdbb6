/// One stored entry of the access log.
public struct EntryRow: Equatable, Sendable {
  public let index: Int
  /// The exact bytes that are hashed.
  public let bytes: [UInt8]

  public init(index: Int, bytes: [UInt8]) {
    self.index = index
    self.bytes = bytes
  }
}
