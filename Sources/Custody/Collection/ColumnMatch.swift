public import Rules

/// What a column of ours is read from.
public struct ColumnMatch: Hashable, Sendable {
  /// Our column.
  public let column: ImportColumn
  /// The headers of the file, several where they are joined; none for a fixed value.
  public let headers: [String]
  /// The value that the mapping gives to every row.
  public let fixed: String?
}
