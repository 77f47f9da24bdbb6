import Text
internal import Wording

extension SlipPlanner {
  /// Plans a row from the items of a file with headers: no quotes, CRLF, CP932.
  mutating func build(_ slip: Slip) {
    checkCorrection(slip.row)
    checkPurpose(slip.row)
    let values = finished(slip, layout.fields.map { value($0, of: slip) })
    var bytes: [UInt8] = []
    var gaps: [(field: LayoutField, offset: Int)] = []
    for (field, value) in zip(layout.fields, values) {
      if field.number > 1 { bytes.append(0x2C) }
      if field.owner == nil {
        bytes += encoded(value, field, slip)
      } else {
        gaps.append((field, bytes.count))
      }
    }
    var writer = HoleWriter()
    for gap in gaps { fill(gap.field, of: slip, at: gap.offset, &writer) }
    addSlip(slip.row, bytes: writer.inserted(into: bytes + [0x0D, 0x0A]), holes: writer.holes)
  }

  /// 訂正表示 is of the tax record and 提出区分 of the unified CSV: their codes differ.
  private mutating func checkCorrection(_ row: PayrollRow) {
    let allowed = request.copy == .taxOffice ? ["0", "1"] : ["0", "1", "2", "3"]
    let isKnown = allowed.contains(correction(row))
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

  /// Adds the defaults and checks what is required, forbidden and how long it may be.
  private mutating func finished(_ slip: Slip, _ given: [String]) -> [String] {
    var values = given
    for (index, field) in layout.fields.enumerated() where field.owner == nil {
      if isBanned(field, values) {
        if !values[index].isEmpty { add(slip.row, field.item, .forbidden) }
      } else if values[index].isEmpty {
        values[index] = standard(field, slip, values)
        if values[index].isEmpty, isNeeded(field, slip.row, values) {
          add(slip.row, field.item, .required)
        }
      } else {
        check(values[index], field, slip)
      }
    }
    return values
  }

  func isNeeded(_ field: LayoutField, _ row: PayrollRow, _ values: [String]) -> Bool {
    switch field.need {
    case .optional: false
    case .always: true
    case .ifAdjusted: row.isAdjusted ?? false
    case .when(let condition): condition.holds { values[$0 - 1] }
    }
  }

  private func isBanned(_ field: LayoutField, _ values: [String]) -> Bool {
    switch field.ban {
    case .never: false
    case .always: true
    case .when(let condition): condition.holds { values[$0 - 1] }
    }
  }

  private func standard(_ field: LayoutField, _ slip: Slip, _ values: [String]) -> String {
    switch field.standard {
    case .empty: ""
    case .value(let text): text
    case .byColumn(let main, let secondary):
      slip.row.taxColumn.map { $0 == .main } ?? true ? main : secondary
    case .with(let other, let text): values[other - 1].isEmpty ? "" : text
    }
  }

  private mutating func check(_ value: String, _ field: LayoutField, _ slip: Slip) {
    let rules = FieldFolding.mistakes(
      value, as: field.characters, width: field.width, isExact: field.isExact)
    for rule in rules { add(slip.row, field.item, rule) }
    if field.item == .municipality, !MunicipalityCode.isValid(value) {
      add(slip.row, field.item, .badCheckDigit)
    }
  }

  private mutating func encoded(_ value: String, _ field: LayoutField, _ slip: Slip) -> [UInt8] {
    do throws(TextError) { return try encoding.encode(value) } catch {
      // What has no code in CP932 lacks one in JIS X 0208 and is a mistake already, but for
      // half-width fields and a C library without CP932.
      if case .converterUnavailable = error {
        add(slip.row, field.item, .malformed(error.description))
      }
      return []
    }
  }
}
