/// A signed checkpoint of the access log.
public struct CheckpointRow: Equatable, Sendable {
  /// The size of the tree it signs.
  public let size: Int
  /// The note's text, as bytes.
  public let text: [UInt8]

  public init(size: Int, text: [UInt8]) {
    self.size = size
    self.text = text
  }
}
