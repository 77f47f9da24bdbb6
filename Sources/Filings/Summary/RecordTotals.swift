import People

/// Counts retirement pay or fees for the summary table of the tax office (合計表).
public struct RecordTotals: Sendable {
  /// One line: everybody paid, and those whose record is filed.
  struct Line: Sendable {
    var individuals: Set<String> = []
    var others: Set<String> = []
    var filers: Set<String> = []
    var all = PaidSum()
    var filed = PaidSum()
  }

  /// By 区分.
  private(set) var lines: [String: Line] = [:]

  /// - Throws: `totalTooLarge`.
  mutating func add(_ figures: RecordFigures) throws(FilingError) {
    var line = lines[figures.kind] ?? Line()
    let code = figures.person.text
    if figures.isIndividual { line.individuals.insert(code) } else { line.others.insert(code) }
    try line.all.add(paid: figures.paid, tax: figures.tax)
    if figures.isFiled {
      line.filers.insert(code)
      try line.filed.add(paid: figures.paid, tax: figures.tax)
    }
    lines[figures.kind] = line
  }

  /// The figures of table 2: one line for all.
  var retirement: [(id: String, key: String, value: Int)] {
    let line = lines[""] ?? Line()
    return [
      ("2-a-people", "", line.individuals.count), ("2-a-paid", "", line.all.paid.value),
      ("2-a-tax", "", line.all.tax.value), ("2-b-people", "", line.filers.count),
      ("2-b-paid", "", line.filed.paid.value), ("2-b-tax", "", line.filed.tax.value),
    ]
  }

  /// The figures of table 3: a few lines for each 区分.
  var payments: [(id: String, key: String, value: Int)] {
    lines.sorted { $0.key < $1.key }.flatMap { key, line in
      [
        ("3-a-individuals", key, line.individuals.count), ("3-a-others", key, line.others.count),
        ("3-a-paid", key, line.all.paid.value), ("3-a-tax", key, line.all.tax.value),
        ("3-b-people", key, line.filers.count), ("3-b-paid", key, line.filed.paid.value),
        ("3-b-tax", key, line.filed.tax.value),
      ]
    }
  }
}
