internal import JSON
internal import People

/// The reviews of a log, gathered from its entries, and what is still to be done.
public struct ReviewBook: LogBook {
  /// The action of the entries.
  public static let action = "sign-off"

  /// The reviews in the order in which they were signed.
  public private(set) var reviews: [ReviewRecord] = []

  /// An empty book.
  public init() {}

  /// Whether an entry with these bytes may be a review.
  public static func concerns(_ bytes: Span<UInt8>) -> Bool {
    Entry.action(of: bytes, is: "\"sign-off\"")
  }

  /// The review signed last.
  public var last: ReviewRecord? { reviews.last }

  /// The last entry that any review looked at; nil without a review.
  public var through: Int? { reviews.map(\.through).max() }

  /// What is still to be done, the oldest first.
  public var open: [ReviewRecord] { reviews.filter(\.isOpen) }

  /// Takes the next entry of a log; one of another kind changes nothing.
  public mutating func take(_ entry: Entry) {
    let content = entry.content
    guard content.action == Self.action, content.outcome == .done,
      let through = content.integer("through"), (0..<entry.index).contains(through),
      let finding = content.reason
    else { return }
    let action = content.text("action")
    let due = content.date("due")
    guard (action == nil) == (due == nil) else { return }
    close(content, by: entry.index)
    reviews.append(
      ReviewRecord(
        entry: entry.index, time: entry.time, user: content.actor, through: through,
        finding: finding, action: action, due: due))
  }

  /// A review closes what it names, once, and only what an earlier one opened.
  private mutating func close(_ content: EntryContent, by index: Int) {
    guard case .array(let closed)? = content.detail["closes"] else { return }
    for value in closed {
      guard case .integer(let entry) = value,
        let place = reviews.firstIndex(where: { $0.entry == entry && $0.isOpen })
      else { continue }
      reviews[place].closedBy = index
    }
  }
}
