public import People

/// A person's decision row after it was held against the log entry that pins it.
///
/// It is shared, not copied: a record is a dozen lists.
public final class VerifiedPerson: Sendable {
  /// The row id in the store.
  public let row: Int64
  /// The index of the entry that pins the record.
  public let pin: Int
  /// The record.
  public let record: PersonRecord

  init(row: Int64, pin: Int, record: PersonRecord) {
    self.row = row
    self.pin = pin
    self.record = record
  }
}
