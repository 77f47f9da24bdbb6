import Text

extension SlipPlanner {
  /// Puts what a slip counts for in place of its bytes.
  mutating func count(_ slip: Slip, isReported: Bool) {
    findings.removeAll { if case .slip = $0 { true } else { false } }
    let row = slip.row
    let former = former(row)
    let sign = collectionSign(row)
    let isOrdinary =
      row.ordinaryCollectionReason != nil
      || row.texts[.ordinaryCollection].map(FieldFolding.digits) == "1"
    let report = SlipFigures.Report(
      municipality: municipality(slip) ?? "",
      designation: designation(slip) ?? "",
      collection: isOrdinary ? .ordinary(sign: sign) : .special)
    findings.append(
      .counted(
        SlipFigures(
          line: row.line, person: row.person, report: isReported ? report : nil,
          hasStraySign: !isOrdinary && sign != nil, standing: standing(row),
          hasLeft: hasLeft(row), isDaily: row.taxColumn == .daily, paid: row.count(.paid) ?? 0,
          tax: row.count(.tax) ?? 0, formerPaid: former.paid, formerTax: former.tax,
          hasStrayFormer: former.isStray, deferredTax: row.count(.deferredTax) ?? 0)))
  }

  /// The former employer's pay and tax, which are part of those on the slip where the year-end
  /// adjustment was made.
  private mutating func former(_ row: PayrollRow) -> (paid: Int, tax: Int, isStray: Bool) {
    for item: RecordItem in [.otherPayerPaid, .otherPayerTax, .deferredTax]
    where row.count(item) == nil { add(row, item, .notDigits) }
    let (paid, tax) = (row.count(.otherPayerPaid) ?? 0, row.count(.otherPayerTax) ?? 0)
    if paid == 0, tax == 0 { return (0, 0, false) }
    if row.isAdjusted == false { return (0, 0, true) }
    if paid > row.count(.paid) ?? 0 { add(row, .otherPayerPaid, .moreThanWhole) }
    return (paid, tax, false)
  }

  /// Whether the slip is filed with the tax office: by the range, or by what a unified CSV says.
  private func standing(_ row: PayrollRow) -> SlipFigures.Standing {
    if isCountedByReport(row) { return .countedByReport }
    guard row.passed != nil else { return isWithinTaxRange(row) ? .filed : .leftOut }
    return ["0", "2"].contains(row.texts[.purpose].map(FieldFolding.digits)) ? .filed : .leftOut
  }

  /// The sign of ordinary collection: the payroll file's own column, else what the remarks begin
  /// with.
  private func collectionSign(_ row: PayrollRow) -> String? {
    if let reason = row.ordinaryCollectionReason { return Folding.halfWidth(reason).trimmed }
    let remarks = row.texts[.summary].map(Folding.halfWidth) ?? ""
    let sign = remarks.prefix(2)
    guard sign.count == 2, sign.first == "普", sign.last?.isASCII == true,
      sign.last?.isLetter == true
    else { return nil }
    return sign.uppercased()
  }
}
