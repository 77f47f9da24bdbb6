/// The newest entry that pins a person's row, and the digest that it pins.
public struct Pin: Sendable {
  /// The entry's index.
  public let index: Int
  private let digest: PinnedDigest

  init(_ record: PinTable.Record) {
    index = Int(record.index)
    digest = record.digest
  }

  /// Whether it pins a row of this digest, 32 bytes.
  public func pins(_ digest: Span<UInt8>) -> Bool { PinnedDigest(digest) == self.digest }
}
