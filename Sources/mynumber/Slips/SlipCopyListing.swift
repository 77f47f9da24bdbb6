import MyNumberKit

/// The copies of an income year: to whom, by when, how, and why.
struct SlipCopyListing {
  private(set) var listing = Listing([
    .init("form", "Form copy", "書類"), .init("recipient", "Recipient", "提出先"),
    .init("for", "For", "対象", isWord: true), .init("counted_by", "Counted by", "みなし提出"),
    .init("due", "Due", "期限"), .init("leavers", "Leavers", "退職者", isWord: true),
    .init("way", "Way", "提出方法", isWord: true),
    .init("sheets", "From sheets", "電子提出の枚数", isCount: true),
    .init("counted_year", "Counted in", "判定年"), .init("articles", "Articles", "根拠"),
  ])
  private let policy: Policy
  private var copies: [(copy: CopyPlan, way: ElectronicFiling)] = []

  init(_ policy: Policy) { self.policy = policy }

  mutating func add(_ copy: CopyPlan, _ way: ElectronicFiling) {
    copies.append((copy, way))
    let counting = way.counting
    listing.rows.append([
      copy.form.rawValue, policy.form(copy.form)?.recipient.rawValue ?? "", copy.extent.word,
      copy.countedBy?.rawValue ?? "", copy.due?.isoText ?? "",
      copy.extent != .nobody && copy.isDueAMonthAfterLeaving ? "month-after-leaving" : "", way.word,
      counting.map { "\($0.rule.sheets)" } ?? "", counting.map { "\($0.year)" } ?? "",
      (copy.citations + (counting?.rule.citations ?? [])).map(\.description)
        .joined(separator: "; "),
    ])
  }

  /// Says the same in words.
  func tell(_ terminal: any Terminal) {
    for (copy, way) in copies {
      terminal.tell(.copyPlanned(copy))
      if let message = Message.wayOfFiling(copy, way) { terminal.tell(message) }
    }
  }
}

extension CopyPlan.Extent {
  /// The word of listings.
  var word: String {
    switch self {
    case .all: "everybody-in-range"
    case .earlyLeavers: "early-leavers"
    case .nobody: "nobody"
    }
  }
}
