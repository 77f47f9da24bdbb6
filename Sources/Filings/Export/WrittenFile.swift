/// A file that was filled, registered and given its name.
public struct WrittenFile: Sendable {
  /// The path.
  public let path: String
  /// The register's id.
  public let id: String
  /// How many rows of people it has.
  public let rows: Int
  /// How many bytes it has.
  public let bytes: Int
  /// How many numbers it holds.
  public let numbers: Int
  /// People whose number was left blank.
  public let blanks: [MissingNumber]
}
