internal import People
internal import Typesetting

extension SummarySheet {
  /// The sheet as a PDF on A4 across, in Japanese, as those who get the forms read it.
  ///
  /// - Throws: `typesetting` for a character that no font has, or a font that is not installed.
  public func pdf() throws(FilingError) -> [UInt8] {
    do throws(TypesettingError) {
      let metadata = try DocumentMetadata(title: title.ja, author: payer.name)
      let document = try TextFlow.numbered(
        fonts: FontBook(), paper: PaperSize.a4.landscape, metadata: metadata, margin: 15
      ) { (flow) throws(TypesettingError) in try set(in: &flow) }
      return try document.finish()
    } catch {
      throw .typesetting(error.description)
    }
  }

  private static let small = TextStyle(.mincho, size: 9, wraps: true, lineSpacing: 1.4)
  private static let titleStyle = TextStyle(
    .gothic, size: 14, alignment: .centre, wraps: true, lineSpacing: 1.5)

  private func set(in flow: inout TextFlow) throws(TypesettingError) {
    let year = EraYear(incomeYear: incomeYear).map { $0.japanese + "分　" } ?? ""
    try flow.paragraph(year + title.ja, style: Self.titleStyle)
    let office = payer.taxOffice.map { "　所轄 \($0)税務署" } ?? ""
    try flow.paragraph("\(payer.name)　\(payer.address)\(office)", style: Self.small)
    try flow.space(2)
    try flow.table(tableColumns, rows: rows.map { $0.map(Self.printed) })
    if rows.isEmpty { try flow.paragraph("該当なし", style: Self.small) }
    try set("数え方", legend.map { "\($0.ja)：\($0.countedJa)" }, in: &flow)
    try set("確認すること", notes.map(\.ja), in: &flow)
    try set("未解決の点", questions.map(\.ja), in: &flow)
  }

  private func set(
    _ heading: String, _ lines: [String], in flow: inout TextFlow
  ) throws(TypesettingError) {
    if lines.isEmpty { return }
    try flow.heading(heading, level: 3)
    for line in lines { try flow.paragraph("・" + Self.printed(line), style: Self.small) }
  }

  private var tableColumns: [TableColumn] {
    let widths: [Double]
    switch kind {
    case .municipality:
      widths = [18, 28, 19, 17, 21, 25, 18] + [Double](repeating: 13, count: 6) + [16, 16]
    case .taxOffice: widths = [34, 58, 40, 40, 95]
    }
    return zip(columns, widths).enumerated().map { place, column in
      TableColumn(
        column.0.ja, width: column.1, alignment: isCount(place) ? .right : .left)
    }
  }

  private func isCount(_ place: Int) -> Bool {
    guard let row = rows.first else { return false }
    if case .count = row[place] { return true }
    return false
  }

  static func printed(_ cell: SummaryCell) -> String {
    switch cell {
    case .text(let text): printed(text)
    case .count(let count): BoxFormat.money.written(String(count))
    case .figure(let figure): printed(figure.ja)
    case .counted(let figure): printed(figure.countedJa)
    }
  }

  /// The fonts have no letters in circles.
  private static func printed(_ text: String) -> String {
    text.map { $0 == "Ⓐ" ? "[A]" : $0 == "Ⓑ" ? "[B]" : String($0) }.joined()
  }
}
