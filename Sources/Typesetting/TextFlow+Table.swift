extension TextFlow {
  /// Sets a table; its titles stand above the rows on every page, and no row is cut in two.
  ///
  /// - Parameter rows: Each with a text for every column; a text goes on in the next line where its
  ///   column ends.
  /// - Throws: `outsidePage` for a table wider than the text, `badRow`, `doesNotFit` for a row higher
  ///   than a page, and as `paragraph`.
  public mutating func table(
    _ columns: [TableColumn], style: TableStyle = TableStyle(), rows: some Sequence<[String]>
  ) throws(TypesettingError) {
    try style.check()
    try checkWidth(columns)
    let header = try row(columns.map(\.title), columns, style, isHeader: true)
    var isHeaderDue = true
    for cells in rows {
      let row = try row(cells, columns, style, isHeader: false)
      let turned = try makeRoom(row.height + (isHeaderDue ? header.height : 0))
      if isHeaderDue || turned { try draw(header, columns, style) }
      isHeaderDue = false
      // Below the titles there may be less room than the whole page.
      guard cursor + row.height <= body.bottom + Measure.tolerance else { throw .doesNotFit(body) }
      try draw(row, columns, style)
    }
    guard isHeaderDue else { return }
    try makeRoom(header.height)
    try draw(header, columns, style)
  }

  private borrowing func checkWidth(_ columns: [TableColumn]) throws(TypesettingError) {
    for column in columns { try Measure.check(column.width, in: 1...body.width) }
    let width = columns.reduce(0) { $0 + $1.width }
    guard width <= body.width + Measure.tolerance else {
      throw .outsidePage(Frame(x: body.x, y: cursor, width: width, height: 0))
    }
  }

  private borrowing func row(
    _ texts: [String], _ columns: [TableColumn], _ style: TableStyle, isHeader: Bool
  ) throws(TypesettingError) -> TableRow {
    guard texts.count == columns.count else {
      throw .badRow(cells: texts.count, columns: columns.count)
    }
    var cells: [ShapedText] = []
    var height = 0.0
    for (place, text) in texts.enumerated() {
      let look = isHeader ? style.header : style.cell(columns[place].alignment)
      let slot: LayoutKey.Slot = isHeader ? .header(place) : .cell(place)
      let key = LayoutKey(look.typeface, size: look.size, slot: slot)
      let room = columns[place].width - 2 * style.padding
      let cell = try shape(text, as: key, within: room)
      height = max(height, cell.height(spacing: look.lineSpacing))
      cells.append(cell)
    }
    let full = Measure.millimetres(height) + 2 * style.padding
    return TableRow(cells: cells, height: full, isHeader: isHeader)
  }

  /// Sets a cell in a width in mm.
  private borrowing func shape(
    _ text: String, as key: LayoutKey, within width: Double
  ) throws(TypesettingError) -> ShapedText {
    let room = Measure.points(width)
    guard room > 0 else { throw .badMeasure(width) }
    let cell = try document.canvas.fonts.shape(text.utf8Span.span, as: key, width: room)
    guard try cell.width() <= room * (1 + Measure.tolerance) else {
      throw .doesNotFit(Frame(x: body.x, y: cursor, width: width, height: 0))
    }
    return cell
  }

  private mutating func draw(
    _ row: TableRow, _ columns: [TableColumn], _ style: TableStyle
  ) throws(TypesettingError) {
    var x = body.x
    for (place, column) in columns.enumerated() {
      let frame = Frame(x: x, y: cursor, width: column.width, height: row.height)
      if row.isHeader { try document.canvas.fill(frame, grey: TableStyle.headerGrey) }
      try document.canvas.rectangle(frame, style: style.lines)
      let look = row.isHeader ? style.header : style.cell(column.alignment)
      try document.canvas.draw(
        row.cells[place], in: frame.inset(style.padding, style.padding), style: look)
      x += column.width
    }
    cursor += row.height
  }
}
