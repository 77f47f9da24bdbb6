import Numbers
import People
import Text

extension RecordPlanner {
  /// Settles what stands on the person's own copy: names and addresses as they are, amounts and days
  /// as people write them, and neither the person's number nor the payer's.
  mutating func addCopy(
    _ values: [String], of person: SlipPerson, _ row: RecordRow, paidOn: CalendarDate
  ) {
    var builder = RecordBuilder(plan.layout, .utf8)
    let finished = builder.finished(values)
    for mistake in builder.mistakes where !Self.isOfTheRecordAlone(mistake.rule) {
      add(row, mistake.field.item, mistake.rule)
    }
    var texts: [(name: String, text: String)] = []
    for field in plan.layout.fields {
      guard field.owner == nil, !Self.hidden.contains(field.number) else { continue }
      let text = shown(field, finished[field.number - 1], person, row)
      if text.isEmpty { continue }
      if CorporateNumber.looksLikeNumber(in: text) {
        add(row, field.item, .looksLikeCorporateNumber)
      }
      texts.append((field.name, text))
    }
    texts += days(finished, row)
    findings.append(
      .copy(RetirementCopy(line: row.line, person: row.person, paidOn: paidOn, texts: texts)))
  }

  /// Characters outside JIS X 0208 can be printed.
  private static func isOfTheRecordAlone(_ rule: MistakeRule) -> Bool {
    if case .unencodable = rule { true } else { false }
  }

  /// What the record has for its own sake, the payer, who stands at the foot, and the days, which
  /// are written whole.
  private static let hidden = Set(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13] + Array(29...34) + [39, 40, 41])

  private func shown(
    _ field: LayoutField, _ value: String, _ person: SlipPerson, _ row: RecordRow
  ) -> String {
    switch field.item {
    case .name: return row.texts[.name] ?? person.profile.name
    case .address: return row.texts[.address] ?? person.profile.address ?? ""
    default:
      if value.isEmpty || field.characters != .digits { return row.texts[field.item] ?? value }
      return BoxFormat.money.written(value) + (field.number == 28 ? "年" : "円")
    }
  }

  /// The days with their era where the file has them whole; the record has no item for the era.
  private func days(_ values: [String], _ row: RecordRow) -> [(name: String, text: String)] {
    [(RecordColumn.joinedOn, 29), (.leftOn, 32)].map { column, field in
      if let day = row.own[column].flatMap({ CalendarDate(parsing: $0) }) {
        return (column.name, day.japaneseText)
      }
      let parts = values[(field - 1)..<(field + 2)].map { BoxFormat.number.written($0) }
      return (column.name, "\(parts.joined(separator: "."))")
    }
  }
}
