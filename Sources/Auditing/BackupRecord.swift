public import People

/// A copy of one of the vault's files, and what became of it, as the log tells.
public struct BackupRecord: Hashable, Sendable {
  /// Of which file it is a copy.
  public enum Kind: String, Hashable, Sendable {
    /// Of vault.sqlite: what is purged cannot be opened with it and today's keys.
    case records
    /// Of keys.sqlite: what is purged can be opened with it and an older copy of the records.
    case keys
  }

  /// What became of the copy.
  public enum State: Hashable, Sendable {
    /// It was made.
    case made
    /// Its disposal was begun and not finished.
    case disposing
    /// It was destroyed, or found gone, on a day.
    case disposed(CalendarDate, ExportRecord.Disposal)
  }

  /// The register's id, 32 hex digits.
  public let id: String
  /// Of which file it is.
  public let kind: Kind
  /// The index of the entry that registered it.
  public let entry: Int
  /// When it was registered.
  public let time: Timestamp
  /// The user's id.
  public let user: String
  /// The folder in which it was made, without links.
  public let folder: String
  /// The file's name.
  public let name: String
  /// The inode in hexadecimal, by which the file is known again.
  public let inode: String
  /// How many bytes it has.
  public let bytes: Int
  /// How many entries the log had in it.
  public let logSize: Int
  /// The day by which it is to be destroyed; nil for a copy of the records.
  public let due: CalendarDate?
  /// What became of it.
  public internal(set) var state: State

  /// The path at which it was made.
  public var path: String { folder + "/" + name }

  /// Whether it stands, as far as the log knows.
  public var isOutstanding: Bool {
    switch state {
    case .made, .disposing: true
    case .disposed: false
    }
  }

  /// Whether it may hold what the entry with this index destroyed.
  ///
  /// One that was carried over by a restore counts entries of the log that was given up; it stood when
  /// it was carried over.
  public func mayHold(destroyedBy index: Int) -> Bool { min(logSize, entry) <= index }

  /// Whether it should have been destroyed before a day.
  public func isOverdue(on day: CalendarDate) -> Bool {
    isOutstanding && (due.map { $0 < day } ?? false)
  }
}
