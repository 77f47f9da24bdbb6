public import People

/// A file that was made to leave the house, and what became of it, as the log tells.
public struct ExportRecord: Hashable, Sendable {
  /// What became of the file.
  public enum State: Hashable, Sendable {
    /// It got its name before it was whole, and nothing says that it ever was.
    case begun
    /// It was made.
    case made
    /// Its disposal was begun and not finished.
    case disposing
    /// It was destroyed, or found gone, on a day.
    case disposed(CalendarDate, Disposal)
    /// A hand-over came back, or was destroyed by the contractor.
    case returned(CalendarDate)
  }

  /// How a file ended.
  public enum Disposal: String, Hashable, Sendable {
    /// Overwritten, then its name removed.
    case overwritten
    /// Disposal had been begun, and the name, which goes last, was gone.
    case resumed
    /// Somebody else had destroyed it or taken it away, as who recorded it says.
    case gone
  }

  /// A number under which the authority accepted the file (受付番号).
  public struct Acceptance: Hashable, Sendable {
    public let number: String
    public let on: CalendarDate
  }

  /// The register's id, 32 hex digits.
  public let id: String
  /// The index of the entry that registered it.
  public let entry: Int
  /// When it was registered.
  public let time: Timestamp
  /// The user's id.
  public let user: String
  /// The form copies on it, the first one first.
  public let forms: [String]
  /// To whom it goes.
  public let recipient: String?
  /// The Article 19 item (番号法19条).
  public let article: String?
  /// The income year (年分).
  public let incomeYear: Int?
  /// Whether the file was handed over to a contractor, sealed.
  public let isHandOver: Bool
  /// The folder, without links.
  public let folder: String?
  /// The file's name.
  public let name: String
  /// The inode in hexadecimal, by which the file is known again.
  public let inode: String?
  /// How many bytes it had; nil for one that was never whole.
  public let bytes: Int?
  /// How many rows it has: slips, notices or numbers handed over.
  public let rows: Int
  /// How many people stand in it.
  public let people: Int
  /// How many numbers it holds; nil where nobody knows, since it was never whole.
  public let numbers: Int?
  /// The last day on which it may stand; nil for one that holds no number.
  public let due: CalendarDate?
  /// Whether it is a copy made anew for its recipient (再交付).
  public let isReissue: Bool
  /// What the authority said, in the order of entry.
  public internal(set) var acceptances: [Acceptance] = []
  /// What became of it.
  public internal(set) var state: State

  /// Whether the file of a hand-over was destroyed where it was made; what the contractor has is a
  /// copy of its own, which stands until it comes back.
  public internal(set) var isDestroyedHere = false
  /// Whether its destruction where it was made was begun and not finished.
  public internal(set) var isBeingDestroyed = false

  /// Whether the file stands where it was made, as far as the log knows.
  public var standsHere: Bool { isHandOver ? !isDestroyedHere : isOutstanding }

  /// The path at which it was made.
  public var path: String { folder.map { $0 + "/" + name } ?? name }

  /// Whether it stands, as far as the log knows.
  public var isOutstanding: Bool {
    switch state {
    case .begun, .made, .disposing: true
    case .disposed, .returned: false
    }
  }

  /// Whether it should have been destroyed, or have come back, before a day.
  public func isOverdue(on day: CalendarDate) -> Bool {
    isOutstanding && (due.map { $0 < day } ?? false)
  }
}
