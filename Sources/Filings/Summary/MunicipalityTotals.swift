/// Counts people for the sheets of municipalities (総括表).
struct MunicipalityTotals {
  /// One sheet.
  struct Key: Hashable, Comparable {
    let municipality: String
    let designation: String

    static func < (left: Self, right: Self) -> Bool {
      (left.municipality, left.designation) < (right.municipality, right.designation)
    }
  }

  struct Line: Hashable {
    var special = 0
    var ordinaryLeft = 0
    var ordinaryOther = 0
    /// By 普A to 普F.
    var signs = [Int](repeating: 0, count: MunicipalityTotals.signs.count)
    var otherSign = 0
    var noSign = 0

    var total: Int { special + ordinaryLeft + ordinaryOther }
  }

  static let signs = ["普A", "普B", "普C", "普D", "普E", "普F"]

  private(set) var lines: [Key: Line] = [:]
  /// Everybody, of all municipalities, but who left in the year and who is paid by the day.
  private(set) var people = 0
  private(set) var straySigns = 0
  private(set) var specialLeavers = 0

  mutating func add(_ slip: SlipFigures) {
    if !slip.hasLeft, !slip.isDaily { people += 1 }
    guard let report = slip.report else { return }
    if slip.hasStraySign { straySigns += 1 }
    let key = Key(municipality: report.municipality, designation: report.designation)
    switch report.collection {
    case .special:
      lines[key, default: Line()].special += 1
      if slip.hasLeft { specialLeavers += 1 }
    case .ordinary(let sign):
      Self.add(sign, hasLeft: slip.hasLeft, to: &lines[key, default: Line()])
    }
  }

  private static func add(_ sign: String?, hasLeft: Bool, to line: inout Line) {
    if hasLeft { line.ordinaryLeft += 1 } else { line.ordinaryOther += 1 }
    guard let sign, !sign.isEmpty else { return line.noSign += 1 }
    if let place = signs.firstIndex(of: sign.uppercased()) {
      line.signs[place] += 1
    } else {
      line.otherSign += 1
    }
  }
}

extension MunicipalityTotals {
  /// The sheets, by municipality and designation.
  func rows() -> [[SummaryCell]] {
    lines.sorted { $0.key < $1.key }.map { key, line in
      let counts =
        [people, line.special, line.ordinaryLeft, line.ordinaryOther, line.total] + line.signs
        + [line.otherSign, line.noSign]
      return [.text(key.municipality), .text(key.designation)] + counts.map { .count($0) }
    }
  }

  func notes(_ form: SummaryForm) -> [SummaryNote] {
    let unsigned = lines.values.reduce(0) { $0 + $1.noSign }
    let undesignated = lines.keys.count { $0.designation.isEmpty }
    return [
      form.note("no-sign", unsigned), form.note("sign-without-flag", straySigns),
      form.note("leaver-special", specialLeavers), form.note("no-designation", undesignated),
    ].compactMap(\.self)
  }
}
