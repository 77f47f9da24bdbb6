public import People

/// What the register knows of a slip that was filed: whose numbers stood on it.
public struct FiledSlip: Hashable, Sendable {
  /// The version of each person's number; 0 where it was left blank.
  public let versions: [PersonCode: Int]

  /// The register's id of the file in which it stands; nil where that is not known.
  public let export: String?

  /// Describes a slip.
  public init(versions: [PersonCode: Int], export: String? = nil) {
    self.versions = versions
    self.export = export
  }
}
