import MyNumberKit

/// A summary as text with how each figure is counted, or its figures as data.
struct SummaryListing {
  private let sheet: SummarySheet

  init(_ sheet: SummarySheet) { self.sheet = sheet }

  func write(to context: CommandContext, as format: OutputFormat) throws {
    guard format == .text else {
      return try listing(isForPeople: false).write(to: context, as: format)
    }
    try context.terminal.write(Message(sheet.title.en, sheet.title.ja).text + "\n\n")
    try listing(isForPeople: true).write(to: context, as: .text)
    if sheet.legend.isEmpty { return }
    try context.terminal.write("\n")
    try legend.write(to: context, as: .text)
  }

  private func listing(isForPeople: Bool) -> Listing {
    var listing = Listing(
      sheet.columns.enumerated().map { place, column in
        Listing.Column(column.id, column.en, column.ja, isCount: isCount(place))
      })
    listing.rows = sheet.rows.map { row in
      row.map { isForPeople ? Self.shown($0) : Self.data($0) }
    }
    return listing
  }

  private func isCount(_ place: Int) -> Bool {
    guard let row = sheet.rows.first else { return false }
    if case .count = row[place] { return true }
    return false
  }

  private var legend: Listing {
    var listing = Listing([
      Listing.Column("figure", "figure", "項目"), Listing.Column("counted", "counted", "数え方"),
    ])
    listing.rows = sheet.legend.map {
      [Message($0.en, $0.ja).text, Message($0.countedEn, $0.countedJa).text]
    }
    return listing
  }

  private static func shown(_ cell: SummaryCell) -> String {
    switch cell {
    case .text(let text): text
    case .count(let count): "\(count)"
    case .figure(let figure): Message(figure.en, figure.ja).text
    case .counted(let figure): Message(figure.countedEn, figure.countedJa).text
    }
  }

  /// Data are the same in every language: figures have the words of the official form.
  private static func data(_ cell: SummaryCell) -> String {
    switch cell {
    case .text(let text): text
    case .count(let count): "\(count)"
    case .figure(let figure): figure.ja
    case .counted(let figure): figure.countedJa
    }
  }
}
