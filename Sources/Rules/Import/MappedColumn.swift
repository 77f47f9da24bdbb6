/// What a mapping says of one column of ours.
public struct MappedColumn: Hashable, Sendable {
  /// Our column.
  public let column: ImportColumn
  /// The headers that stand for it, of which a file has one.
  public let headers: [String]
  /// The headers of its parts, in order, each with its aliases; for what a file has in several.
  public let parts: [[String]]
  /// The value of every row where the file has no such column.
  public let fixed: String?
  /// Our words for those of the software, by the folding keys of these.
  let words: [String: String]
}
