public import Auditing
public import People

/// A look at what the vault holds, or a copy of it, for which no number is used.
///
/// The log has one entry a look, not one a person, and no digest of a file.
public enum Inspection: Sendable {
  /// An access report, which was made of the log up to this index.
  case report(ReportRecord, at: Int)
  /// A report of how so many people were verified.
  case verification(asOf: CalendarDate, people: Int)
  /// A list of so many people with their names.
  case names(people: Int)
  /// The declaration ledger of a year with so many people's names and addresses.
  case ledger(year: Int, people: Int)
  /// The handling ledger: of each file with numbers its five items, and nobody's name or number.
  case handlingLedger(asOf: CalendarDate)
  /// The check of oneself by the guideline's items.
  case selfCheck(asOf: CalendarDate)
  /// One person's name and address.
  case profile(PersonCode)
  /// The log as a file.
  case logExport(WrittenFile, entries: Int)
  /// A checkpoint of so many entries as a file.
  case checkpoint(WrittenFile, entries: Int)

  /// A file that is written and has no name yet.
  public struct WrittenFile: Sendable {
    /// Its path, as the user gave it.
    public let path: String
    /// How many bytes it has.
    public let bytes: Int

    /// Describes a file.
    public init(path: String, bytes: Int) {
      self.path = path
      self.bytes = bytes
    }
  }
}
