internal import Auditing
internal import JSON

/// The figures of a section, drawn: columns over time, or bars by name, each of several parts.
struct ReportPlot: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case columns, bars
  }

  /// How a part looks; each has a pattern besides its colour.
  enum Style: Int, Hashable, Sendable, CaseIterable {
    case first, second, third, fourth, fifth, sixth, seventh, others, due, overdue, refused, failed

    /// The styles of parts that have no meaning of their own, such as purposes.
    static let plain = Array(allCases.prefix(7))
  }

  /// A figure: how many of one part there are in one place.
  struct Item: Hashable, Sendable {
    let place: ReportCell
    let part: ReportCell
    let count: Int
    let entries: EntryRanges
  }

  /// What columns and bars consist of.
  struct Part: Hashable, Sendable {
    let cell: ReportCell
    let style: Style
  }

  let kind: Kind
  let title: Words
  /// The columns or bars, in order.
  let places: [ReportCell]
  /// The parts of which they consist, in order.
  let parts: [Part]
  /// What stands in each place, by part.
  let items: [ReportCell: [ReportCell: Item]]

  /// - Parameters:
  ///   - places: Those to be shown even when nothing is there; nil for those of the items.
  ///   - styles: How parts look by their identifiers; of the rest, those beyond seven are one.
  init(
    _ kind: Kind, _ title: Words, _ items: [Item], places: [ReportCell]? = nil,
    styles: [String: Style] = [:]
  ) {
    self.kind = kind
    self.title = title
    let named = Self.order(items.map(\.part))
    let plain = named.filter { styles[$0.identifier] == nil }
    let folded = Set(plain.dropFirst(Style.plain.count))
    self.places = places ?? Self.order(items.map(\.place))
    parts =
      named.filter { !folded.contains($0) }.map { cell in
        let style = plain.firstIndex(of: cell).map { Style.plain[$0] }
        return Part(cell: cell, style: style ?? styles[cell.identifier] ?? .others)
      } + (folded.isEmpty ? [] : [Part(cell: Self.others, style: .others)])
    self.items = items.reduce(into: [:]) { known, item in
      let part = folded.contains(item.part) ? Self.others : item.part
      let old = known[item.place]?[part]
      known[item.place, default: [:]][part] = Item(
        place: item.place, part: part,
        count: min((old?.count ?? 0) + item.count, CanonicalValue.integerLimit),
        entries: old?.entries.union(item.entries) ?? item.entries)
    }
  }

  /// How many there are in a place, of every part.
  func count(at place: ReportCell) -> Int {
    (items[place] ?? [:]).values.reduce(0) { min($0 + $1.count, CanonicalValue.integerLimit) }
  }

  /// How many there are of a part, in every place.
  func count(of part: Part) -> Int {
    items.values.reduce(0) {
      min($0 + ($1[part.cell]?.count ?? 0), CanonicalValue.integerLimit)
    }
  }

  private static let others = ReportCell.word(id: "others", Words("ほか", "others"))

  /// Each once, as they first come.
  private static func order(_ cells: [ReportCell]) -> [ReportCell] {
    var seen: Set<ReportCell> = []
    return cells.filter { seen.insert($0).inserted }
  }
}
