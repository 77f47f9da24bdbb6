/// What the keys file says of the last transaction that touched it.
public struct KeysHead: Equatable, Sendable {
  /// The id of that transaction (16 bytes).
  public let transactionID: [UInt8]
  /// The signed checkpoint of that transaction, as text bytes; empty before the first.
  public let checkpoint: [UInt8]

  public init(transactionID: [UInt8], checkpoint: [UInt8]) {
    self.transactionID = transactionID
    self.checkpoint = checkpoint
  }
}
