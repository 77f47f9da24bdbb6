import Numbers
import People
import Text

extension PayrollReader {
  /// Takes a row of a unified CSV; nil where its fields or its code cannot be told.
  mutating func readUnified(
    _ row: borrowing CSVRow, _ unified: UnifiedColumns
  ) throws(TextError) -> PayrollRow? {
    guard try isWhole(row, unified), let place = unified.code,
      let person = try notes.code(row, place, unified.layout.fields[place].name)
    else { return nil }
    var taken = PayrollDraft(line: row.line, person: person, columns: columns)
    let (found, isSearched) = fields(of: row, unified)
    taken.passed = pass(row, unified, &taken, isSearched: isSearched)
    for field in found { try look(at: field, of: row, unified, &taken) }
    Self.addBoxes(to: &taken)
    addFromSummary(to: &taken)
    return PayrollRow(taken)
  }

  /// Whether a row is of the record and has all its fields.
  private mutating func isWhole(
    _ row: borrowing CSVRow, _ unified: UnifiedColumns
  ) throws(TextError) -> Bool {
    let layout = unified.layout
    guard row.count == layout.fields.count else {
      let counts = layouts.filter { $0.record == "315" }.map(\.fields.count)
      add(row.line, 0, "", .fieldCount(found: row.count, expected: counts))
      return false
    }
    guard try Self.isRecord(row) else {
      add(row.line, 1, layout.fields[0].name, .notThisRecord(expected: "315"))
      return false
    }
    return true
  }

  /// Whether a row is of the unified CSV by its first field, in whatever width.
  static func isRecord(_ row: borrowing CSVRow) throws(TextError) -> Bool {
    let isPlain = row.withField(0) { bytes in
      bytes.count == 3 && bytes[0] == 0x33 && bytes[1] == 0x31 && bytes[2] == 0x35
    }
    if isPlain { return true }
    return Folding.key(try row.text(0)) == "315"
  }

  /// Takes the bytes of a row without those of its number fields.
  private mutating func pass(
    _ row: borrowing CSVRow, _ unified: UnifiedColumns, _ taken: inout PayrollDraft,
    isSearched: Bool
  ) -> PassedRow {
    var places = unified.numbers
    if let place = unified.payer, let number = Self.corporateNumber(row, place) {
      taken.texts[.payerNumber] = number
      places.removeAll { $0 == place }
    }
    for place in places where !row.isEmpty(place) {
      notes.noteNumber(row, place, unified.layout.fields[place].name)
    }
    return PassedRow(row, without: places, isSearched: isSearched)
  }

  /// The fields that are not empty and are watched or not plainly right, found in one visit of the
  /// row's bytes; and whether all were searched for what could be a number: figures are not, nor
  /// need be unless they are long.
  private func fields(
    of row: borrowing CSVRow, _ unified: UnifiedColumns
  ) -> (found: [FoundField], isSearched: Bool) {
    var isSearched = true
    var found: [FoundField] = []
    found.reserveCapacity(32)
    let (others, encoding, passes) = (unified.others, unified.encoding, unified.passes)
    row.forEachFilledField { place, bytes in
      guard let field = others[place] else { return }
      let seen = FoundField(field, bytes, encoding, passes: passes)
      if seen.needsText { found.append(seen) }
      if !field.isFree, bytes.count >= MyNumber.digitCount { isSearched = false }
    }
    return (found, isSearched)
  }

  /// Holds a field against the layout, and keeps its text if it is watched.
  private mutating func look(
    at found: FoundField, of row: borrowing CSVRow, _ unified: UnifiedColumns,
    _ taken: inout PayrollDraft
  ) throws(TextError) {
    let field = found.field
    if row.isEmpty(field.place) { return }
    if found.isQuoted ? isOdd(field, of: row, unified) : found.isOdd {
      return add(row, field, unified, .looksLikeNumber, of: taken.person)
    }
    let text = try row.text(field.place)
    if !found.isRight {
      for rule in unified.layout.fields[field.place].mistakes(in: text) {
        add(row, field, unified, rule, of: taken.person)
      }
    }
    guard field.isWatched else { return }
    let trimmed = text.trimmed
    if !trimmed.isEmpty { taken.texts[field.item] = trimmed }
  }

  private func isOdd(
    _ field: PassedField, of row: borrowing CSVRow, _ unified: UnifiedColumns
  ) -> Bool {
    let encoding = NumberEncoding(unified.encoding)
    return field.isFree
      && row.withField(field.place) { MyNumber.looksLikeNumber(in: $0, encoding) }
  }

  private mutating func add(
    _ row: borrowing CSVRow, _ field: PassedField, _ unified: UnifiedColumns, _ rule: MistakeRule,
    of person: PersonCode
  ) {
    add(row.line, field.place + 1, unified.layout.fields[field.place].name, rule, of: person)
  }

  /// The payer's number, if it has the shape of a corporate number, which is public.
  ///
  /// Its first digit is a check digit from 1 to 9; a proprietor's number begins with the zero.
  private static func corporateNumber(_ row: borrowing CSVRow, _ place: Int) -> String? {
    let isCorporate = row.withField(place) { bytes in
      guard bytes.count == 13, bytes[0] != 0x30 else { return false }
      for place in bytes.indices where !(0x30...0x39).contains(bytes[place]) { return false }
      return true
    }
    return isCorporate ? try? row.text(place) : nil
  }

  /// Family beyond the boxes stands in the summary; the head-counts say how many to look for.
  private mutating func addFromSummary(to row: inout PayrollDraft) {
    let missing = max(0, row.texts.sum(RecordItem.dependentCounts) - 4)
    let missingUnder = max(0, (row.texts.count(.underSixteenCount) ?? 0) - 4)
    guard missing + missingUnder > 0, let summary = row.texts[.summary] else { return }
    var next = (dependent: 5, underSixteen: 5)
    for name in SummaryNames.parse(summary) {
      let place: FamilyPlace
      if name.isUnderSixteen {
        place = .underSixteen(next.underSixteen)
        next.underSixteen += 1
      } else {
        place = .dependent(next.dependent)
        next.dependent += 1
      }
      row.family.append(
        FamilyEntry(
          place: place, name: name.name, residence: name.residence, label: name.label,
          column: row.columns[.summary] ?? 0))
    }
  }
}
