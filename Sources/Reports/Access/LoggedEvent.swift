public import Auditing
public import People

/// One entry shown by itself: a change of authority, an export, a purge, a review.
public struct LoggedEvent: Hashable, Sendable {
  /// The entry's index.
  public let entry: Int
  /// When it was written.
  public let time: Timestamp
  /// The action as the log names it.
  public let action: String
  /// Who did it: a user's id, or `recovery`.
  public let user: String
  /// How it ended.
  public let outcome: Outcome
  /// The user whom a change of authority is about.
  public let aboutUser: String?
  /// The key, purpose or policy it is about.
  public let subject: String?
  /// The code of the person concerned.
  public let person: String?
  /// The form copy.
  public let form: String?
  /// To whom it goes.
  public let recipient: String?
  /// The article named.
  public let article: String?
  /// How many it speaks of.
  public let count: Int?
  /// Why, or what was found, in the user's words.
  public let reason: String?
  /// The small facts of the entry, `name=value`, by name: the certificate of a purge, an export's id.
  public let details: [String]
}
