/// How large the parts of a CSV file may be; more is an error, so that memory stays bounded.
public struct CSVLimits: Sendable {
  /// Bytes in a field, quotes included.
  public var field = 64 << 10
  /// Bytes in a row, its line ending included.
  public var row = 1 << 20
  /// Fields in a row.
  public var columns = 1000

  public init() {}
}
