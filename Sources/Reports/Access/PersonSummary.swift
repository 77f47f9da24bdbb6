public import People

/// A person as reports see them: the decision row and the entry that pins it; no name, no number.
public struct PersonSummary: Hashable, Sendable {
  /// The pinned row.
  public let record: PersonRecord
  /// The index of the log entry that made the row as it is.
  public let pin: Int

  /// Takes a row that was held against its entry.
  public init(record: PersonRecord, pin: Int) {
    self.record = record
    self.pin = pin
  }

  /// The person's code.
  public var code: PersonCode { record.code }
  /// Where the number stands.
  public var standing: NumberStanding { NumberStanding(record) }
}
