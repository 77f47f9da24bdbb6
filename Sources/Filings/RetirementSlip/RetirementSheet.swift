internal import People
internal import Typesetting

/// Draws a person's own copy of a retirement slip on an A4.
///
/// It takes a `RetirementCopy` and nothing else, which holds no number.
struct RetirementSheet {
  private let plan: RecordPlan
  private let fonts: FontBook

  init(_ plan: RecordPlan) throws(FilingError) {
    self.plan = plan
    do throws(TypesettingError) { fonts = try FontBook() } catch {
      throw .typesetting(error.description)
    }
  }

  private static let title = "退職所得の源泉徴収票・特別徴収票"

  /// The bytes of the PDF.
  ///
  /// - Throws: `mistakes` for a character that no font has; `typesetting`.
  func pdf(_ copy: RetirementCopy) throws(FilingError) -> [UInt8] {
    do throws(TypesettingError) {
      let metadata = try DocumentMetadata(title: Self.title + "（受給者交付用）")
      var flow = try TextFlow(PDFDocument(fonts: fonts, metadata: metadata))
      try set(copy, in: &flow)
      return try flow.finish().finish()
    } catch {
      throw Self.mistake(error, copy)
    }
  }

  private static let titleStyle = TextStyle(
    .gothic, size: 15, alignment: .centre, wraps: true, lineSpacing: 1.5)

  private func set(
    _ copy: RetirementCopy, in flow: inout TextFlow
  ) throws(TypesettingError) {
    let year = EraYear(incomeYear: plan.incomeYear).map { $0.japanese + "分　" } ?? ""
    try flow.paragraph(year + Self.title, style: Self.titleStyle)
    try flow.paragraph("（受給者交付用）" + (plan.isReissue ? "（再交付）" : ""))
    try flow.space(2)
    let columns = [TableColumn("項目", width: 85), TableColumn("内容", width: 85)]
    try flow.table(columns, rows: copy.texts.map { [$0.name, $0.text] })
    try flow.space(4)
    let payer = plan.employer
    try flow.table(
      [TableColumn("支払者", width: 45), TableColumn("", width: 125)],
      rows: [
        ["住所（居所）又は所在地", payer.address], ["氏名又は名称", payer.filingName],
        ["電話", payer.telephone],
      ])
  }

  private static func mistake(_ error: TypesettingError, _ copy: RetirementCopy) -> FilingError {
    let rule: MistakeRule
    switch error {
    case .doesNotFit, .textTooLong: rule = .doesNotFit
    case .glyphMissing(let scalar), .forbiddenCharacter(let scalar):
      let point = "U+" + String(scalar.value, radix: 16, uppercase: true)
      rule = .unprintable(codePoint: point)
    default: return .typesetting(error.description)
    }
    return .mistakes([FilingMistake(line: copy.line, person: copy.person, rule: rule)])
  }
}
