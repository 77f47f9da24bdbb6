internal import People
internal import Rules

/// The months that a retention report looks ahead, with the days on which numbers fall due and the
/// last days on which they may be purged in time.
struct RetentionCalendar {
  /// What falls on one day.
  struct Mark {
    var due: [RetentionPurposeLine] = []
    var limit: [RetentionPurposeLine] = []
  }

  /// The first day of each month, from that of the report on.
  let months: [CalendarDate]
  private var marks: [CalendarDate: Mark] = [:]
  private let asOf: CalendarDate

  init(_ report: RetentionReport) {
    asOf = report.asOf
    let first = asOf.adding(days: 1 - asOf.day)
    months = (0...report.comingWithinMonths).map { first.adding(months: $0) }
    let last = first.adding(months: report.comingWithinMonths).endOfMonth
    for line in report.purposes {
      if let day = line.retention.erasure, first <= day, day <= last {
        marks[day, default: Mark()].due.append(line)
      }
      if let day = line.retention.overdueFrom?.adding(days: -1), first <= day, day <= last {
        marks[day, default: Mark()].limit.append(line)
      }
    }
  }

  /// Every month as a table of weeks, with a list of what falls in it.
  func html(_ names: ReportNames, _ language: ReportLanguage) -> String {
    "<div class=\"calendar\">\n"
      + months.map { html($0, names, language) }.joined(separator: "\n") + "\n</div>"
  }

  // MARK: Months

  private func html(
    _ first: CalendarDate, _ names: ReportNames, _ language: ReportLanguage
  ) -> String {
    let title =
      language == .japanese
      ? "\(first.year)年\(first.month)月" : String(first.isoText.prefix(7))
    let weekdays =
      language == .japanese
      ? ["日", "月", "火", "水", "木", "金", "土"] : ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"]
    let head = weekdays.map { "<th scope=\"col\">\($0)</th>" }.joined()
    return """
      <div class="month">
      <table>
      <caption>\(title)</caption>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(weeks(of: first).map { "<tr>\($0)</tr>" }.joined(separator: "\n"))
      </tbody>
      </table>
      \(list(of: first, names, language))
      </div>
      """
  }

  private func weeks(of first: CalendarDate) -> [String] {
    var weeks: [String] = []
    // A week begins on Sunday.
    var row = String(repeating: "<td></td>", count: first.weekday.rawValue % 7)
    var day = first
    while day.month == first.month {
      row += cell(day)
      if day.weekday == .saturday {
        weeks.append(row)
        row = ""
      }
      guard day < .last else { break }
      day = day.adding(days: 1)
    }
    if !row.isEmpty { weeks.append(row) }
    return weeks
  }

  private func cell(_ day: CalendarDate) -> String {
    var classes: [String] = day == asOf ? ["today"] : []
    var count = ""
    if let mark = marks[day] {
      if !mark.due.isEmpty { classes.append("due") }
      if !mark.limit.isEmpty { classes.append("limit") }
      count = "<b>\(mark.due.count + mark.limit.count)</b>"
    }
    let style = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
    return "<td\(style)>\(day.day)\(count)</td>"
  }

  // MARK: What falls in a month

  /// A line of it is cut after so many numbers; the tables have them all.
  private static let shown = 8
  private static let due = Words("廃棄できる日", "may be purged")
  private static let limit = Words("廃棄の期限", "last day to purge")

  private func list(
    of first: CalendarDate, _ names: ReportNames, _ language: ReportLanguage
  ) -> String {
    let days = marks.keys.filter { $0.year == first.year && $0.month == first.month }.sorted()
    let items = days.flatMap { day -> [String] in
      guard let mark = marks[day] else { return [] }
      return [(mark.due, Self.due), (mark.limit, Self.limit)].compactMap { lines, words in
        item(day, lines, words, names, language)
      }
    }
    return items.isEmpty ? "" : "<ul>\n" + items.joined(separator: "\n") + "\n</ul>"
  }

  private func item(
    _ day: CalendarDate, _ lines: [RetentionPurposeLine], _ words: Words, _ names: ReportNames,
    _ language: ReportLanguage
  ) -> String? {
    guard !lines.isEmpty else { return nil }
    let named = lines.prefix(Self.shown).map { line in
      "\(line.person.text) \(names.purpose(line.retention.purpose.rawValue).text(language))"
    }
    let rest = lines.count > Self.shown ? " +\(lines.count - Self.shown)" : ""
    let text = named.joined(separator: language == .japanese ? "、" : ", ") + rest
    return "<li>\(day.isoText) \(words.text(language)): \(text.htmlEscaped)</li>"
  }
}
