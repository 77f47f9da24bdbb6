public import People

/// A filing of records.
public struct ExportedRecords: Sendable {
  /// The plan it follows.
  public let plan: RecordPlan
  /// The file; nil where no record is to be filed.
  public let file: WrittenFile?
  /// How many number fields were filled before and left out.
  public let discarded: Int
  /// Column names that mean nothing here.
  public let ignoredColumns: [String]
  /// Whose record voids one that could not be looked at.
  public let uncompared: [PersonCode]
}
