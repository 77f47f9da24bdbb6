/// The end of the access log as the records file states it.
public struct LogHead: Equatable, Sendable {
  /// The number of entries, which is the next entry's index.
  public let size: Int
  /// The roots of the complete subtrees, in the caller's encoding.
  public let frontier: [UInt8]
  /// The id of the last transaction that wrote both files (16 bytes).
  public let transactionID: [UInt8]
  /// How many failed sign-ins no entry tells of yet.
  public let failures: Int

  public init(size: Int, frontier: [UInt8], transactionID: [UInt8], failures: Int = 0) {
    self.size = size
    self.frontier = frontier
    self.transactionID = transactionID
    self.failures = failures
  }
}
