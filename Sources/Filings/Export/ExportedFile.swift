/// One file that was written, and what it holds.
public struct ExportedFile: Sendable {
  /// The plan it follows.
  public let plan: SlipPlan
  /// The path.
  public let path: String
  /// The register's id.
  public let id: String
  /// How many rows it has.
  public let rows: Int
  /// How many bytes it has.
  public let bytes: Int
  /// How many numbers it holds.
  public let numbers: Int
  /// People whose number was left blank.
  public let blanks: [MissingNumber]
}
