internal import Auditing
internal import JSON

/// Something that a restore declared not to be known: it stays so, whichever backup is restored next.
struct LostKnowledge: Hashable {
  /// A member of a restore's `detail`.
  enum Kind: String, CaseIterable {
    case register = "register_lost"
    case keys = "keys_unknown"
    case holds = "holds_lost"
  }

  let kind: Kind
  /// The salt of the entry that declares it: of one entry in all logs alike.
  private let salt: [UInt8]

  /// What an entry declares; nothing for one of another action.
  static func declared(by entry: Entry) -> [LostKnowledge] {
    guard entry.content.action == "restore", entry.content.outcome == .done else { return [] }
    return Kind.allCases.filter { entry.content.detail[$0.rawValue] == .bool(true) }
      .map { LostKnowledge(kind: $0, salt: entry.salt) }
  }
}
