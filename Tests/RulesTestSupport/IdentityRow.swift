public import People
public import Testing

/// One row of Cases/identity.txt, on the days it names.
public struct IdentityRow: Sendable, CustomTestStringConvertible {
  public let line: Int
  public let days: [CalendarDate]
  public let channel: String
  public let person: String
  public let provider: String
  public let documents: [String]
  public let facts: [String: Bool]
  public let verifier: String
  public let isAccepted: Bool
  /// `what detail: article; article`, or only articles.
  public let answer: [String]

  public var testDescription: String { "line \(line): \(person) \(documents) \(answer)" }

  /// The twelve days around the six changes.
  public static let days = [
    "2024-05-26", "2024-05-27", "2024-12-01", "2024-12-02", "2025-03-31", "2025-04-01",
    "2025-06-16", "2025-06-17", "2025-07-03", "2025-07-04", "2026-06-13", "2026-06-14",
  ].map(day)

  private static func day(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(parsing: text) else { fatalError("no date: \(text)") }
    return date
  }

  init?(_ text: String, line: Int, facts words: [String: String]) {
    let cells = text.cells(by: "|")
    guard cells.count == 8, let colon = cells[7].firstIndex(of: ":") else { return nil }
    let facts = cells[5].cells(by: ",").filter { !$0.isEmpty }
    guard facts.allSatisfy({ words[$0.withoutMinus] != nil }) else { return nil }
    self.line = line
    days = Self.days(cells[0])
    (channel, person, provider, verifier) = (cells[1], cells[2], cells[3], cells[6])
    documents = cells[4].cells(by: ";").filter { !$0.isEmpty }
    self.facts = Dictionary(
      uniqueKeysWithValues: facts.map { (words[$0.withoutMinus] ?? "", !$0.hasPrefix("-")) })
    isAccepted = cells[7].hasPrefix("yes")
    answer = String(cells[7][cells[7].index(after: colon)...]).cells(by: "/").map(\.fullArticles)
  }

  private static func days(_ cell: String) -> [CalendarDate] {
    if cell == "all" { return days }
    guard let range = cell.firstRange(of: "..") else { return [day(cell)] }
    let first = cell[..<range.lowerBound]
    let last = cell[range.upperBound...]
    return days.filter {
      (first.isEmpty || day(String(first)) <= $0) && (last.isEmpty || $0 <= day(String(last)))
    }
  }

  /// The table's rows and its list of facts.
  public static func all(in text: String) -> [IdentityRow] {
    var facts: [String: String] = [:]
    var rows: [IdentityRow] = []
    for (place, line) in text.cells(by: "\n").enumerated() where !line.isEmpty {
      if line.hasPrefix("fact ") {
        let pair = String(line.dropFirst(5)).cells(by: "=")
        facts[pair[0]] = pair[1]
      } else if !line.hasPrefix("#") {
        guard let row = IdentityRow(line, line: place + 1, facts: facts) else {
          Issue.record("line \(place + 1) is no row")
          continue
        }
        rows.append(row)
      }
    }
    return rows
  }
}

extension String {
  /// The parts between a separator, without spaces around them.
  func cells(by separator: Character) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  fileprivate var withoutMinus: String { hasPrefix("-") ? String(dropFirst()) : self }

  /// With the statutes' names in full.
  fileprivate var fullArticles: String {
    let parts = cells(by: ":")
    let articles = (parts.last ?? "").cells(by: ";").map { article in
      if article.hasPrefix("令和") { return article }
      for (short, full) in [("法", "番号法"), ("令", "番号法施行令"), ("則", "番号法施行規則")]
      where article.hasPrefix(short) {
        return full + article.dropFirst()
      }
      return article
    }
    return (parts.dropLast() + [articles.joined(separator: "; ")]).joined(separator: ": ")
  }
}
