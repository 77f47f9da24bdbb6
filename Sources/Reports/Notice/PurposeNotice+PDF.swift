internal import People
internal import Rules
internal import Typesetting

extension PurposeNotice {
  /// The notice as a PDF on A4, with its fonts in it and its text to be selected.
  ///
  /// - Throws: `typesetting` for a character that no font has, or a font that is not installed.
  public func pdf() throws(ReportsError) -> [UInt8] {
    do throws(TypesettingError) {
      let metadata = try DocumentMetadata(title: Self.title, author: sender.name)
      let document = try TextFlow.numbered(fonts: FontBook(), metadata: metadata) {
        (flow) throws(TypesettingError) in try set(in: &flow)
      }
      return try document.finish()
    } catch {
      throw .typesetting("\(error)")
    }
  }

  private static let textWidth = 170.0
  private static let rightStyle = TextStyle(
    .mincho, size: 10.5, alignment: .right, wraps: true, lineSpacing: 1.6)
  private static let titleStyle = TextStyle(
    .gothic, size: 16, alignment: .centre, wraps: true, lineSpacing: 1.6)

  private func set(in flow: inout TextFlow) throws(TypesettingError) {
    try flow.paragraph(date.japaneseText, style: Self.rightStyle)
    try flow.paragraph(addressee.line)
    for line in [sender.name, sender.address, sender.contact].compactMap(\.self) {
      try flow.paragraph(line, style: Self.rightStyle)
    }
    try flow.space(4)
    try flow.paragraph(Self.title, style: Self.titleStyle)
    try flow.space(3)
    for block in blocks { try Self.set(block, in: &flow) }
  }

  private static func set(
    _ block: NoticeBlock, in flow: inout TextFlow
  ) throws(TypesettingError) {
    switch block {
    case .heading(let text): try flow.heading(text, level: 3)
    case .paragraph(let text): try flow.paragraph(text)
    case .items(let items):
      for item in items { try flow.paragraph("・" + item) }
    case .table(let columns, let rows):
      try flow.space(1)
      try flow.table(
        columns.map { TableColumn($0.title, width: $0.parts * textWidth) }, rows: rows)
      try flow.space(2)
    }
  }
}
