internal import People
public import Rules

/// A person of the declaration ledger: what it must say, and whether the number may be left out.
public struct LedgerLine: Hashable, Sendable {
  /// The decision row and its entry.
  public let summary: PersonSummary
  /// Where the person stands.
  public let standing: LedgerStanding
  /// The name (氏名).
  public let name: String
  /// The address (住所); a family member's without one of their own is the employee's.
  public let address: String?

  /// Makes a line.
  public init(
    _ summary: PersonSummary, _ standing: LedgerStanding, name: String, address: String?
  ) {
    self.summary = summary
    self.standing = standing
    self.name = name
    self.address = address
  }
}

extension LedgerLine {
  static let columns: [ReportColumn] = [
    ReportColumn("code", "社員番号", "Code"), ReportColumn("name", "氏名", "Name"),
    ReportColumn("address", "住所", "Address"), ReportColumn("number", "個人番号", "Number"),
    ReportColumn("received", "申告書の提出を受けた年月", "Received in"),
    ReportColumn("declaration", "申告書の名称", "Declaration"),
    ReportColumn("omit", "番号の省略", "Leave out"), ReportColumn("why", "できない理由・注意", "Why not"),
    .article, ReportColumn("remedy", "すること", "What to do"), .entries,
  ]

  func cells(_ rules: LedgerRules, _ names: ReportNames) -> [ReportCell] {
    let reasons = standing.obstacles.compactMap(rules.reason)
    return [
      .text(summary.code.text), .text(name), .optional(address),
      summary.standing.isHeld
        ? .word(id: "held", Words("保管", "held")) : .word(id: "none", Words("なし", "none")),
      .optional(standing.source?.date.map { String($0.isoText.prefix(7)) }),
      declaration(rules, names), omission, .list(reasons.map(\.cell) + remark),
      articles(of: reasons),
      .list(reasons.map { .word(id: $0.id.rawValue, Words($0.remedyJA, $0.remedyEN)) }),
      .entries(EntryRanges([summary.pin])),
    ]
  }

  /// The name of the declaration that the ledger is made from.
  private func declaration(_ rules: LedgerRules, _ names: ReportNames) -> ReportCell {
    guard let source = standing.source else { return .empty }
    if let form = source.form, form != rules.form.rawValue { return names.form(form) }
    return .word(id: rules.form.rawValue, Words(rules.source.ja, rules.source.en))
  }

  private func articles(of reasons: [LedgerReason]) -> ReportCell {
    var seen: Set<Citation> = []
    let articles = reasons.flatMap(\.citations).filter { seen.insert($0).inserted }
    return .list(articles.map { .text($0.description) })
  }

  private var omission: ReportCell {
    if !standing.mayOmit { return .word(id: "no", Words("不可", "no")) }
    return standing.isOfTheYear
      ? .word(id: "later-in-year", Words("可（年内の後の申告書）", "on later ones of the year"))
      : .word(id: "yes", Words("可", "yes"))
  }

  /// A change of address bars nothing, but the ledger must say the new one.
  private var remark: [ReportCell] {
    guard let day = standing.addressChangedOn else { return [] }
    let words = Words(
      "住所が\(day.isoText)に変更（届出書を受けて帳簿を直す）",
      "the address changed on \(day.isoText): correct the ledger by a notice of change")
    return [.word(id: "address-changed", words)]
  }
}

extension LedgerReason {
  fileprivate var cell: ReportCell { .word(id: id.rawValue, Words(ja, en)) }
}
