/// What a log entry is indexed for besides its person.
///
/// Marks are a way to find entries quickly and no more: the entry's own bytes say what it is.
public struct EntryMarks: OptionSet, Hashable, Sendable {
  public let rawValue: Int64

  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// The entry changes who may do what, and is replayed at opening.
  public static let authority = EntryMarks(rawValue: 1)
  /// The entry's transaction touches the keys file.
  public static let keys = EntryMarks(rawValue: 2)
}
