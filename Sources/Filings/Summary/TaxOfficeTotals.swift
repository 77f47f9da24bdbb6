/// Counts pay and tax for the summary table of the tax office (合計表).
struct TaxOfficeTotals {
  /// Ⓐ: everybody paid, without the former employer's pay; of people without 丙.
  private(set) var all = PaidSum()
  private(set) var untaxed = 0
  /// Of Ⓐ, who is paid by the day.
  private(set) var daily = PaidSum()
  /// Ⓑ: the slips filed, with the former employer's pay.
  private(set) var filed = PaidSum()
  /// Slips whose filing is that of the payment report.
  private(set) var deemed = PaidSum()
  private(set) var deferred = PaidSum()
  private(set) var strayFormers = 0

  /// - Throws: `totalTooLarge`.
  mutating func add(_ slip: SlipFigures) throws(FilingError) {
    let paid = max(0, slip.paid - slip.formerPaid)
    let tax = max(0, slip.tax - slip.formerTax)
    try all.add(paid: paid, tax: tax, people: slip.isDaily ? 0 : 1)
    if slip.isDaily {
      try daily.add(paid: paid, tax: tax)
    } else if slip.tax == 0 {
      untaxed += 1
    }
    switch slip.standing {
    case .filed: try filed.add(paid: slip.paid, tax: slip.tax)
    case .countedByReport where slip.report != nil:
      try deemed.add(paid: slip.paid, tax: slip.tax)
    case .countedByReport, .leftOut: break
    }
    if slip.deferredTax > 0 { try deferred.add(paid: 0, tax: slip.deferredTax) }
    if slip.hasStrayFormer { strayFormers += 1 }
  }
}

extension TaxOfficeTotals {
  /// The figures of table 1, by their ids.
  ///
  /// - Parameter isDeemed: Whether the payment report counts as the slip of some people of the year.
  func figures(isDeemed: Bool) -> [(id: String, value: Int)] {
    var figures = [
      ("1-a-people", all.people), ("1-a-untaxed", untaxed), ("1-a-paid", all.paid.value),
      ("1-a-tax", all.tax.value), ("1-daily-paid", daily.paid.value),
      ("1-daily-tax", daily.tax.value), ("1-b-people", filed.people),
      ("1-b-paid", filed.paid.value), ("1-b-tax", filed.tax.value),
    ]
    if isDeemed {
      figures += [
        ("1-deemed-people", deemed.people), ("1-deemed-paid", deemed.paid.value),
        ("1-deemed-tax", deemed.tax.value),
      ]
    }
    figures += [
      ("1-deferred-people", deferred.people), ("1-deferred-tax", deferred.tax.value),
    ]
    return figures.map { (id: $0.0, value: $0.1) }
  }

  func notes(_ form: SummaryForm) -> [SummaryNote] {
    [form.note("former-unadjusted", strayFormers)].compactMap(\.self)
  }
}
