extension SlipPlan {
  /// A field of a row, still without numbers, that would not pass when it is read back: found before
  /// any number is opened.
  func lookalike(in row: SlipRow) -> FilingMistake? {
    let scan = FieldScan(encoding)
    guard let field = scan.lookalike(in: row.bytes, but: known) else { return nil }
    let name = layout.fields.indices.contains(field - 1) ? layout.fields[field - 1].name : ""
    return FilingMistake(line: row.line, column: field, field: name, rule: .looksLikeNumber)
  }
}
