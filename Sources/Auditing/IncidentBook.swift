/// The incidents of a log: what became known, how far they were looked into, what was reported.
public struct IncidentBook: LogBook {
  /// The actions of the entries that look into one.
  public static let assess = "incident-assess"
  public static let draft = "incident-report"
  static let looks: Set<String> = [assess, draft]

  /// In the order in which they were opened.
  public private(set) var incidents: [IncidentProgress] = []

  /// An empty book.
  public init() {}

  /// Whether an entry with these bytes may belong to the book.
  public static func concerns(_ bytes: Span<UInt8>) -> Bool {
    let actions: [StaticString] = [
      "\"incident-open\"", "\"incident-fact\"", "\"incident-assess\"", "\"incident-report\"",
      "\"incident-reported\"",
    ]
    return actions.contains { Entry.action(of: bytes, is: $0) }
  }

  /// Takes the next entry of a log; one of another kind changes nothing.
  public mutating func take(_ entry: Entry) {
    guard entry.content.action.hasPrefix("incident-") else { return }
    if let opening = IncidentRecord(entry) {
      incidents.append(IncidentProgress(opening))
      return
    }
    for place in incidents.indices { incidents[place].take(entry) }
  }
}
