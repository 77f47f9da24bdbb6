internal import Auditing
internal import People
internal import Typesetting

extension DisposalSheet {
  /// The sheet as a PDF on A4, with its fonts in it and its text to be selected.
  ///
  /// - Throws: `typesetting` for a character that no font has, or a font that is not installed.
  public func pdf() throws(ReportsError) -> [UInt8] {
    do throws(TypesettingError) {
      let metadata = try DocumentMetadata(
        title: Self.title, author: verdict.organisation, created: verdict.statement.issued.iso)
      let document = try TextFlow.numbered(fonts: FontBook(), metadata: metadata) {
        (flow) throws(TypesettingError) in try set(in: &flow)
      }
      return try document.finish()
    } catch {
      throw .typesetting("\(error)")
    }
  }

  private static let title = "特定個人情報等 廃棄証明書"
  private static let titleStyle = TextStyle(
    .gothic, size: 16, alignment: .centre, wraps: true, lineSpacing: 1.6)
  private static let rightStyle = TextStyle(
    .mincho, size: 10.5, alignment: .right, wraps: true, lineSpacing: 1.6)
  private static let factColumns = [
    TableColumn("事項", width: 35), TableColumn("内容", width: 135),
  ]
  private static let columns = [
    TableColumn("対象者", width: 22), TableColumn("版", width: 8), TableColumn("利用目的", width: 32),
    TableColumn("書類・根拠・保存期間", width: 54), TableColumn("廃棄時期", width: 23),
    TableColumn("破棄した鍵・暗号文", width: 31),
  ]

  private func set(in flow: inout TextFlow) throws(TypesettingError) {
    let count = verdict.statement.items.count
    try flow.paragraph(verdict.organisation, style: Self.rightStyle)
    try flow.paragraph(Self.title, style: Self.titleStyle)
    try flow.space(3)
    try flow.paragraph(
      "番号法20条により、下記の個人番号\(count)件について鍵と暗号文を復元できないよう上書きして廃棄したことを証明する。"
        + "対象者は符号で示し、個人番号と氏名は記載しない。")
    try flow.space(2)
    try flow.table(Self.factColumns, rows: facts)
    try flow.space(3)
    try flow.table(Self.columns, style: TableStyle(size: 8), rows: rows)
    try flow.space(2)
    if count > Self.limit {
      try flow.paragraph("ほか\(count - Self.limit)件は、署名つきの証明書（JSON）にある。")
    }
    try flow.paragraph("この書面は署名つきの証明書（JSON）から作成した。検証は mynumber audit verify による。")
  }
}
