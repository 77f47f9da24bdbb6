internal import JSON
public import People

/// An entry of a register that a restore gave up and entered anew: what it said, by whom and when.
///
/// A file that was made after the backup still stands, whatever became of the log that tells of it.
public struct CarriedEntry: Sendable {
  /// The action of the entries that carry one over.
  public static let action = "carried"
  /// The same as it stands in an entry's bytes.
  static let mark: StaticString = "\"carried\""
  private static let facts = ["action", "by", "at"]

  /// What the register reads.
  public let content: EntryContent
  /// When it was said first.
  public let time: Timestamp

  /// Reads an entry, be it one that was carried over or any other, which says what it says.
  public init(_ entry: Entry) {
    guard entry.content.action == Self.action, let action = entry.content.text("action"),
      let actor = entry.content.text("by"),
      let time = entry.content.text("at").flatMap(Timestamp.init(iso:))
    else { (content, time) = (entry.content, entry.time); return }
    var content = entry.content
    (content.action, content.actor) = (action, actor)
    for fact in Self.facts { content.detail[fact] = nil }
    (self.content, self.time) = (content, time)
  }

  /// The content of the entry that carries this over.
  ///
  /// - Parameter carrier: An entry of who restores, whose actor, role and policy stand in it.
  public func content(by carrier: EntryContent) -> EntryContent {
    var content = content
    (content.actor, content.role, content.policy) = (carrier.actor, carrier.role, carrier.policy)
    content.action = Self.action
    content.touchesKeys = true
    content.detail["action"] = .string(self.content.action)
    content.detail["by"] = .string(self.content.actor)
    content.detail["at"] = .string(time.iso)
    return content
  }
}
