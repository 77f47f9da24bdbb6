public import People
public import Testing

/// One row of Cases/retention.txt.
public struct RetentionRow: Sendable, CustomTestStringConvertible {
  public let line: Int
  public let name: String
  /// The kind, and of family the relationship and the standing.
  public let person: [String]
  /// The days `hired`, `left`, `last-paid`, `told` and `replaced`.
  public let life: [String: CalendarDate]
  public let events: [Event]
  public let purpose: String
  /// The document asked about; nil asks about the purpose.
  public let document: String?
  public let lastDay: LastDay
  /// `recorded`, `derived` or `presumed`; nil while the number is needed.
  public let basis: String?

  /// An event in the words of the table.
  public struct Event: Sendable {
    public var kind = ""
    public var isDerived = false
    public var date: CalendarDate?
    public var year: Int?
    public var purpose: String?
    public var form: String?
  }

  /// What the table says of the last day.
  public enum LastDay: Sendable, Hashable {
    case open
    case noDocument
    case day(CalendarDate)
  }

  public var testDescription: String { "line \(line): \(name)" }

  /// The day on which numbers were told unless the row says another.
  public static let told = "2024-04-01"

  /// Every row of the table's text; a line that is none is an issue.
  public static func all(in text: String) -> [RetentionRow] {
    var rows: [RetentionRow] = []
    for (place, line) in text.cells(by: "\n").enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      guard let row = RetentionRow(line, line: place + 1) else {
        Issue.record("line \(place + 1) is no row")
        continue
      }
      rows.append(row)
    }
    return rows
  }

  init?(_ text: String, line: Int) {
    let cells = text.cells(by: "|")
    guard cells.count == 8, let lastDay = LastDay(cells[6]) else { return nil }
    var life: [String: CalendarDate] = [:]
    for item in cells[2].cells(by: ",") where !item.isEmpty {
      let words = item.cells(by: " ")
      guard words.count == 2, let day = CalendarDate(parsing: words[1]) else { return nil }
      life[words[0]] = day
    }
    if life["told"] == nil { life["told"] = CalendarDate(parsing: Self.told) }
    self.line = line
    self.life = life
    self.lastDay = lastDay
    name = cells[0]
    person = cells[1].cells(by: " ")
    events = cells[3].cells(by: ";").filter { !$0.isEmpty }.map(Event.init)
    purpose = cells[4]
    document = cells[5].isEmpty ? nil : cells[5]
    basis = cells[7].isEmpty ? nil : cells[7]
  }
}

extension RetentionRow.Event {
  init(_ text: String) {
    for (place, word) in text.cells(by: " ").enumerated() {
      if place == 0 {
        isDerived = word.hasPrefix("~")
        kind = isDerived ? String(word.dropFirst()) : word
      } else if word.count == 4, let year = Int(word) {
        self.year = year
      } else if let day = CalendarDate(parsing: word) {
        date = day
      } else if word.hasPrefix("form=") {
        form = String(word.dropFirst("form=".count))
      } else {
        purpose = word
      }
    }
  }
}

extension RetentionRow.LastDay {
  init?(_ text: String) {
    switch text {
    case "open": self = .open
    case "none": self = .noDocument
    default:
      guard let day = CalendarDate(parsing: text) else { return nil }
      self = .day(day)
    }
  }
}
