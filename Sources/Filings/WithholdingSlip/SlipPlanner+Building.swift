extension SlipPlanner {
  /// Plans a row from the items of a file with headers: no quotes, CRLF, CP932.
  mutating func build(_ slip: Slip) {
    checkCorrection(slip.row)
    checkPurpose(slip.row)
    let given = layout.fields.map { value($0, of: slip) }
    var builder = builder(slip.row)
    let values = builder.finished(given)
    let record = builder.composed(values)
    let advice = CharacterAdvice(substitutions: rules.substitutions)
    for (field, rule) in builder.mistakes {
      add(
        slip.row, field.item, advice.advised(rule, values[field.number - 1], field),
        of: owner(of: field.item, slip).code)
    }
    var writer = HoleWriter()
    for gap in record.gaps { fill(gap.field, of: slip, at: gap.offset, &writer) }
    addSlip(
      slip.row, bytes: writer.inserted(into: record.bytes + [0x0D, 0x0A]), holes: writer.holes)
  }

  private func builder(_ row: PayrollRow) -> RecordBuilder {
    var builder = RecordBuilder(layout, encoding)
    builder.isAdjusted = row.isAdjusted ?? false
    builder.isMain = row.taxColumn.map { $0 == .main } ?? true
    return builder
  }

  func isNeeded(_ field: LayoutField, _ row: PayrollRow, _ values: [String]) -> Bool {
    builder(row).isNeeded(field, values)
  }

  /// 訂正表示 is of the tax record and 提出区分 of the unified CSV: their codes differ.
  mutating func checkCorrection(_ row: PayrollRow) {
    let allowed = request.copy == .taxOffice ? ["0", "1"] : ["0", "1", "2", "3"]
    // A row that passes through goes out as it is, so nothing in it is folded first.
    let said = row.passed == nil ? correction(row) : row.texts[.correction] ?? "0"
    let isKnown = allowed.contains(said)
    let isOfOther =
      request.copy == .municipality && row.submissionKind == nil
      && row.correctionMark.map { $0 != "0" } ?? false
    if !isKnown || isOfOther {
      add(row, .correction, .badValue(allowed: allowed.joined(separator: ", ")))
    }
  }

  /// A slip that is made for the tax office is not passed on to it a second time.
  private mutating func checkPurpose(_ row: PayrollRow) {
    guard request.copy == .municipality, request.goesToTaxOfficeToo,
      let given = row.texts[.purpose], FieldFolding.digits(given) != "1"
    else { return }
    add(row, .purpose, .badValue(allowed: "1"))
  }

  /// Whose value an item is: the employee's, or that of the family member in the item's place.
  private func owner(of item: RecordItem, _ slip: Slip) -> SlipPerson {
    let member = slip.family.first { member in
      let place = member.entry.place
      return [place.nameItem, place.kanaItem, place.residenceItem].contains(item)
    }
    return member?.person ?? slip.person
  }
}
