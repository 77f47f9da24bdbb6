import Numbers
import Text

extension PayrollReader {
  /// Takes a row of a unified CSV; nil where its fields or its code cannot be told.
  mutating func takeUnified(_ row: borrowing CSVRow) throws(TextError) -> PayrollRow? {
    guard let layout = unified else { return nil }
    guard row.count == layout.fields.count else {
      let counts = layouts.filter { $0.record == "315" }.map(\.fields.count)
      add(row.line, 0, "", .fieldCount(found: row.count, expected: counts))
      return nil
    }
    guard try Folding.key(row.text(0)) == "315" else {
      add(row.line, 1, layout.fields[0].name, .notThisRecord(expected: "315"))
      return nil
    }
    guard let field = layout[.payeeCode] else { return nil }
    let text = try row.text(field.number - 1)
    guard let person = code(text, line: row.line, column: field.number, field.name) else {
      return nil
    }
    var taken = PayrollRow(line: row.line, person: person)
    taken.columns = columns
    var passed = PassedRow()
    passed.bytes.reserveCapacity(row.withRawBytes { $0.count } + 2)
    for index in layout.fields.indices {
      if index > 0 { passed.bytes.append(0x2C) }
      if row.isBlankRaw(index), !isNumber[index] { continue }
      try pass(layout.fields[index], of: row, into: &passed, &taken)
    }
    row.ending.append(to: &passed.bytes)
    taken.passed = passed
    Self.addBoxes(to: &taken)
    addFromSummary(to: &taken)
    return taken
  }

  /// What is checked; all else passes through unkept, so that a row stays small.
  static let watched = Set(
    RecordItem.youngCounts + RecordItem.elderlyCounts + RecordItem.otherCounts
      + FamilyPlace.boxes.flatMap { [$0.kanaItem, $0.nameItem, $0.residenceItem] }
      .compactMap { $0 }
      + [
        .correction, .year, .name, .paid, .spouseFlag, .elderlySpouse, .spouseDeduction, .birthEra,
        .birthYear, .birthMonth, .birthDay, .secondaryColumn, .leaving, .leavingYear, .leavingMonth,
        .leavingDay, .summary, .underSixteenCount,
        .nonresidentCount, .payerNumber, .municipality, .purpose,
      ])

  private mutating func pass(
    _ field: LayoutField, of row: borrowing CSVRow, into passed: inout PassedRow,
    _ taken: inout PayrollRow
  ) throws(TextError) {
    let index = field.number - 1
    let isPublic = field.owner == .payer && Self.holdsCorporateNumber(row, index)
    if field.owner != nil, !isPublic {
      passed.gaps.append((field.number, passed.bytes.count))
      if !row.isEmpty(index) { noteNumber(row, index, field.name) }
      return
    }
    row.withRawField(index) { bytes in
      for place in bytes.indices { passed.bytes.append(bytes[place]) }
    }
    let isWatched = isWatched[index]
    let isFree = field.characters == .full || field.characters == .half
    guard isWatched || isFree else { return }
    let text = try row.text(index).trimmed
    if text.isEmpty { return }
    if isWatched { taken.texts[field.item] = text }
    if isFree, MyNumber.looksLikeNumber(in: text.utf8) {
      add(row.line, field.number, field.name, .looksLikeNumber)
    }
  }

  /// Whether the payer's field has the shape of a corporate number, which is public.
  ///
  /// Its first digit is a check digit from 1 to 9; a proprietor's number begins with the zero.
  private static func holdsCorporateNumber(_ row: borrowing CSVRow, _ index: Int) -> Bool {
    row.withField(index) { bytes in
      guard bytes.count == 13, bytes[0] != 0x30 else { return false }
      for place in bytes.indices where !(0x30...0x39).contains(bytes[place]) { return false }
      return true
    }
  }

  /// Family beyond the boxes stands in the summary; the head-counts say how many to look for.
  private mutating func addFromSummary(to row: inout PayrollRow) {
    let counted = row.sum(
      RecordItem.youngCounts + RecordItem.elderlyCounts + RecordItem.otherCounts)
    let missing = max(0, counted - 4)
    let missingUnder = max(0, (row.count(.underSixteenCount) ?? 0) - 4)
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

extension CSVRow {
  /// Whether a field has no bytes at all, quotes included.
  fileprivate func isBlankRaw(_ index: Int) -> Bool { withRawField(index) { $0.isEmpty } }
}
