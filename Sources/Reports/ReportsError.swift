/// Why a report cannot be made of what was given.
public enum ReportsError: Error, Hashable, Sendable {
  /// The entry of this index was due, and another came.
  case entryMissing(index: Int)
  /// The log has more or fewer entries than were taken.
  case incompleteLog(taken: Int, size: Int)
  /// The newest checkpoint is of another log, or of a longer one.
  case checkpointMismatch
  /// The authority given is not the one that the entries taken lead to.
  case authorityMismatch
  /// No user of the log has the id or name of the filter.
  case unknownUser
  /// Several users have had the name: their ids.
  case severalUsers([String])
  /// No entry of the log is about the person of the filter.
  case unknownPerson
  /// A person came after the first entry.
  case peopleLate
  /// The entry of this index opens no incident.
  case incidentUnknown(index: Int)
  /// The log registers no file or copy under this id.
  case fileUnknown(id: String)
  /// The log has no report of so many entries.
  case reportUnknown
  /// A report is not what its log gives.
  case reportDiffers(ReportDifference)
  /// A report is not what this program makes of its log, and another program, named, made it.
  case otherProgram(String)
  /// A page cannot be set: a font or a character is missing. In words, without the text.
  case typesetting(String)
}

extension ReportsError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .entryMissing(let index): "entry \(index) of the log is missing or out of order"
    case .incompleteLog(let taken, let size):
      "the report was given \(taken) entries of a log of \(size)"
    case .checkpointMismatch: "the newest checkpoint is not of this log"
    case .authorityMismatch: "the users and keys are not those that the log's entries lead to"
    case .unknownUser: "the log knows no such user"
    case .severalUsers(let ids): "several users have had that name: \(ids.joined(separator: ", "))"
    case .unknownPerson: "the log knows no such person"
    case .peopleLate: "the people come before the entries"
    case .incidentUnknown(let index): "entry \(index) of the log opens no incident"
    case .fileUnknown: "the log registers no such file"
    case .reportUnknown: "the log has no report of so many entries"
    case .reportDiffers(let difference): "the report differs in \(difference.place)"
    case .otherProgram: "the report was made by another program"
    case .typesetting(let what): what
    }
  }
}
