public import People

/// What the register knows of a slip that was filed: whose numbers stood on it.
public struct FiledSlip: Hashable, Sendable {
  /// The version of each person's number; 0 where it was left blank.
  public let versions: [PersonCode: Int]

  /// Describes a slip.
  public init(versions: [PersonCode: Int]) { self.versions = versions }
}
