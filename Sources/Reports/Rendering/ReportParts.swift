/// The bytes of a report, with what is made of the vault's records apart.
public struct ReportParts: Hashable, Sendable {
  /// What comes before that part.
  public let before: [UInt8]
  /// What is made of the vault's records, which a log does not have; empty for most reports.
  public let records: [UInt8]
  /// What comes after it.
  public let after: [UInt8]

  init(_ before: String, _ records: String, _ after: String) {
    self.before = Array(before.utf8)
    self.records = Array(records.utf8)
    self.after = Array(after.utf8)
  }

  /// The whole report.
  public var bytes: [UInt8] { before + records + after }
}
