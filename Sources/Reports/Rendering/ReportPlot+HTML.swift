import Text

extension ReportPlot {
  /// The plot with its legend: drawn in the page, in colours and patterns, each part with a title.
  ///
  /// Widths are in percent, so that texts keep their size on any screen.
  func html(_ language: ReportLanguage) -> String {
    guard !items.isEmpty else { return "" }
    let drawing = kind == .columns ? columns(language) : bars(language)
    return """
      <figure class="plot">
      <figcaption>\(title.text(language).htmlEscaped)</figcaption>
      \(drawing)
      <ul class="legend">
      \(parts.map { legend($0, language) }.joined(separator: "\n"))
      </ul>
      </figure>
      """
  }

  private func legend(_ part: Part, _ language: ReportLanguage) -> String {
    """
    <li><svg width="14" height="14" aria-hidden="true"><rect width="14" height="14" \
    fill="url(#\(part.style.id))"/></svg>\(Self.name(part.cell, language)) <b>\(count(of: part))</b></li>
    """
  }

  /// What a part of a place says: how many, and the entries behind it.
  private func words(_ item: Item, _ language: ReportLanguage) -> String {
    let place = Self.name(item.place, language)
    let part = Self.name(item.part, language)
    let ranges = item.entries.ranges
    let shown = ranges.prefix(ReportTable.rangesShown).map(EntryRanges.text)
      .joined(separator: ", ")
    let rest = ranges.count > ReportTable.rangesShown ? ", …" : ""
    return Words(
      "\(place)、\(part): \(item.count)件（記録 \(shown)\(rest)）",
      "\(place), \(part): \(item.count) (entries \(shown)\(rest))"
    ).text(language)
  }

  private static func name(_ cell: ReportCell, _ language: ReportLanguage) -> String {
    DisplayWidth.visible(cell.text(language)).htmlEscaped
  }

  // MARK: Columns

  private static let (headroom, depth, foot) = (16, 150, 22)
  /// Hundredths of a percent: the axis' numbers stand left of the columns.
  private static let (left, whole) = (800, 10_000)

  private func columns(_ language: ReportLanguage) -> String {
    let top = Self.top(places.map(count(at:)).max() ?? 0)
    let bottom = Self.headroom + Self.depth
    let summary = Words(
      "\(title.ja)。\(places.count)本の柱、最大\(places.map(count(at:)).max() ?? 0)件。値は下の表にある。",
      "\(title.en). \(places.count) columns, at most \(places.map(count(at:)).max() ?? 0). The table below has the figures."
    ).text(language).htmlEscaped
    return """
      <svg class="columns" role="img" width="100%" height="\(bottom + Self.foot)" \
      aria-label="\(summary)">
      \([0, top / 2, top].map { Self.gridLine($0, of: top) }.joined(separator: "\n"))
      \(places.indices.map { column(at: $0, of: top, language) }.joined(separator: "\n"))
      </svg>
      """
  }

  private static func gridLine(_ value: Int, of top: Int) -> String {
    let y = headroom + depth - value * depth / top
    return """
      <line x1="0" x2="100%" y1="\(y)" y2="\(y)" class="grid"/>\
      <text x="0" y="\(y - 3)" class="axis">\(value)</text>
      """
  }

  private func column(at place: Int, of top: Int, _ language: ReportLanguage) -> String {
    let slot = (Self.whole - Self.left) / places.count
    let width = min(slot * 4 / 5, 600)
    let start = Self.left + slot * place + (slot - width) / 2
    var y = Self.headroom + Self.depth
    let own = items[places[place]] ?? [:]
    let parts = parts.compactMap { part -> String? in
      guard let item = own[part.cell], item.count > 0 else { return nil }
      // Whole values first: counts come from entries, which may say anything up to 2^53.
      let height = max(1, Int(Double(item.count) / Double(top) * Double(Self.depth)))
      y -= height
      return """
        <rect x="\(Self.percent(start))" y="\(y)" width="\(Self.percent(width))" height="\(height)" \
        fill="url(#\(part.style.id))" class="part"><title>\(words(item, language))</title></rect>
        """
    }
    return (parts + label(at: place, around: start + width / 2, language)).joined(separator: "\n")
  }

  /// A few columns are named, so that names never touch.
  private func label(
    at place: Int, around middle: Int, _ language: ReportLanguage
  ) -> [String] {
    guard place.isMultiple(of: (places.count + 3) / 4) else { return [] }
    return [
      """
      <text x="\(Self.percent(middle))" y="\(Self.headroom + Self.depth + 16)" class="axis" \
      text-anchor="middle">\(Self.name(places[place], language))</text>
      """
    ]
  }

  /// The end of the axis: even, and easy to halve.
  private static func top(_ most: Int) -> Int {
    var step = 1
    while step * 10 < most { step *= 10 }
    return [2, 4, 6, 8, 10].map { $0 * step }.first { $0 >= most } ?? step * 10
  }

  private static func percent(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
  }

  // MARK: Bars

  private func bars(_ language: ReportLanguage) -> String {
    let most = max(1, places.map(count(at:)).max() ?? 1)
    let bars = places.map { bar($0, of: most, language) }
    return "<ul class=\"bars\">\n" + bars.joined(separator: "\n") + "\n</ul>"
  }

  private func bar(_ place: ReportCell, of most: Int, _ language: ReportLanguage) -> String {
    var start = 0
    let own = items[place] ?? [:]
    let parts = parts.compactMap { part -> String? in
      guard let item = own[part.cell], item.count > 0 else { return nil }
      let width = max(10, Int(Double(item.count) / Double(most) * Double(Self.whole)))
      defer { start += width }
      return """
        <rect x="\(Self.percent(start))" y="0" width="\(Self.percent(width))" height="18" \
        fill="url(#\(part.style.id))" class="part"><title>\(words(item, language))</title></rect>
        """
    }
    let name = Self.name(place, language)
    return """
      <li><span>\(name)</span> <b>\(count(at: place))</b>
      <svg role="img" width="100%" height="18" aria-label="\(name): \(count(at: place))">
      \(parts.joined(separator: "\n"))
      </svg></li>
      """
  }
}
