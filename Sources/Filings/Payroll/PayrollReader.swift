import People
import Text

/// Reads the rows of a payroll file and collects every mistake.
struct PayrollReader: RowReader {
  var notes: ReadingNotes
  let layouts: [RecordLayout]
  private let keepsEveryItem: Bool
  /// The fields of a unified file, known after its first row.
  private(set) var unified: UnifiedColumns?
  /// The columns of a headed file.
  private(set) var header = HeadedColumns<PayrollHeader.Meaning>()
  /// The column of each item, from 1; shared by all rows.
  private(set) var columns: [RecordItem: Int] = [:]

  init(layouts: [RecordLayout], discardNumbers: Bool, keepsEveryItem: Bool) {
    self.layouts = layouts
    self.keepsEveryItem = keepsEveryItem
    notes = ReadingNotes(discardNumbers: discardNumbers)
  }

  var hasHeader: Bool { unified == nil }

  mutating func begin(_ row: borrowing CSVRow) throws(TextError) {
    let unifieds = layouts.filter { $0.record == "315" }
    if try Self.isRecord(row),
      let layout = unifieds.last(where: { $0.fields.count == row.count }) ?? unifieds.last
    {
      unified = UnifiedColumns(layout, row.encoding, passes: !keepsEveryItem)
      for field in layout.fields { columns[field.item] = field.number }
    } else {
      try readHeader(row)
    }
  }

  private mutating func readHeader(_ row: borrowing CSVRow) throws(TextError) {
    let known = PayrollHeader(layouts: layouts)
    header = try HeadedColumns(
      row, number: .number,
      needed: [(.code, "社員番号"), (.adjusted, "年末調整"), (.taxColumn, "税額表区分")], &notes,
      meaning: known.meaning)
    for (index, meaning) in header.meanings.enumerated() {
      if case .item(let item) = meaning { columns[item] = index + 1 }
    }
  }

  mutating func read(_ row: borrowing CSVRow) throws(TextError) -> PayrollRow? {
    guard let unified else { return try readHeaded(row) }
    return try readUnified(row, unified)
  }

  mutating func add(
    _ line: Int, _ column: Int, _ field: String, _ rule: MistakeRule, of person: PersonCode? = nil
  ) { notes.add(line, column, field, rule, of: person) }

  /// Keeps the family members of the boxes, in the order of the record.
  static func addBoxes(to row: inout PayrollDraft) {
    for place in FamilyPlace.boxes {
      guard let item = place.nameItem, let name = row.texts[item] else { continue }
      row.family.append(
        FamilyEntry(
          place: place, name: name, kana: place.kanaItem.flatMap { row.texts[$0] },
          residence: place.residenceItem.flatMap { row.texts[$0] }.map(FieldFolding.digits),
          column: row.columns[item] ?? 0))
    }
  }
}
