import People
import Text

extension PayrollReader {
  /// Takes a row of a file with headers; nil where it has no code.
  mutating func readHeaded(_ row: borrowing CSVRow) throws(TextError) -> PayrollRow? {
    guard header.fit(row, &notes), let place = header.place(of: .code),
      let person = try notes.code(row, place, header.titles[place])
    else { return nil }
    var taken = PayrollDraft(line: row.line, person: person, columns: columns)
    var extra: [FamilyPlace: [PayrollHeader.Part: (text: String, column: Int)]] = [:]
    for (index, meaning) in header.meanings.enumerated() where !row.isEmpty(index) {
      guard let meaning else { continue }
      if meaning == .number {
        notes.noteNumber(row, index, header.titles[index])
        continue
      }
      let text = try row.text(index).trimmed
      if text.isEmpty { continue }
      if case .family(let place, let part) = meaning {
        extra[place, default: [:]][part] = (text, index + 1)
      } else {
        if case .item = meaning { notes.checkText(text, row, index, header.titles[index]) }
        take(text, as: meaning, column: index, into: &taken)
      }
    }
    checkSaid(taken)
    Self.addBoxes(to: &taken)
    addExtra(extra, to: &taken)
    return PayrollRow(taken)
  }

  private mutating func take(
    _ text: String, as meaning: PayrollHeader.Meaning, column: Int, into row: inout PayrollDraft
  ) {
    func wrong(_ allowed: String) {
      add(row.line, column + 1, header.titles[column], .badValue(allowed: allowed))
    }
    switch meaning {
    case .item(let item): row.texts[item] = text
    case .adjusted:
      row.isAdjusted = Self.adjusted(text)
      if row.isAdjusted == nil { wrong("済, 未") }
    case .taxColumn:
      row.taxColumn = TaxColumn(label: text)
      if row.taxColumn == nil { wrong("甲, 乙, 丙") }
    case .officer:
      guard let flag = ColumnFlag.parse(text) else { return wrong("○, ×") }
      row.isOfficer = flag
    case .professional:
      guard let flag = ColumnFlag.parse(text) else { return wrong("○, ×") }
      row.isProfessional = flag
    case .ordinaryReason: row.ordinaryCollectionReason = text
    case .correctionMark: row.correctionMark = FieldFolding.digits(text)
    case .submissionKind: row.submissionKind = FieldFolding.digits(text)
    case .code, .number, .family: break
    }
  }

  private static func adjusted(_ text: String) -> Bool? {
    switch text {
    case "済", "年調済": true
    case "未", "年調未済", "未済": false
    default: ColumnFlag.parse(text)
    }
  }

  private mutating func checkSaid(_ row: PayrollDraft) {
    func missing(_ meaning: PayrollHeader.Meaning) {
      guard let place = header.place(of: meaning) else { return }
      let isNoted = notes.mistakes.contains { $0.line == row.line && $0.column == place + 1 }
      if !isNoted { add(row.line, place + 1, header.titles[place], .required) }
    }
    if row.isAdjusted == nil { missing(.adjusted) }
    if row.taxColumn == nil { missing(.taxColumn) }
  }

  private mutating func addExtra(
    _ extra: [FamilyPlace: [PayrollHeader.Part: (text: String, column: Int)]],
    to row: inout PayrollDraft
  ) {
    for (place, parts) in extra {
      let birth = parts[.birthDate].flatMap { CalendarDate(parsing: $0.text) }
      if let given = parts[.birthDate], birth == nil {
        add(row.line, given.column, header.titles[given.column - 1], .badDate)
      }
      if let index = row.family.firstIndex(where: { $0.place == place }) {
        row.family[index].birthDate = birth
      } else if let name = parts[.name] {
        row.family.append(
          FamilyEntry(
            place: place, name: name.text, kana: parts[.kana]?.text,
            residence: parts[.residence].map { FieldFolding.digits($0.text) }, birthDate: birth,
            column: name.column))
      }
    }
    row.family.sort { Self.order($0.place) < Self.order($1.place) }
    Self.label(&row.family)
  }

  private static func order(_ place: FamilyPlace) -> Int {
    switch place {
    case .spouse: 0
    case .dependent(let index): index
    case .underSixteen(let index): 1000 + index
    }
  }

  /// One numbering for all who stand in the remarks: dependents first, then those under 16.
  private static func label(_ family: inout [FamilyEntry]) {
    var next = 1
    for index in family.indices where family[index].place.isRemark {
      family[index].label = next
      next += 1
    }
  }
}
