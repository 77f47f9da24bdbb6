import MyNumberKit

/// What would be filed: a line a copy and person.
struct SlipPlanListing {
  private var listing = Listing([
    Listing.Column("form", "form", "様式"), Listing.Column("line", "line", "行", isCount: true),
    Listing.Column("person", "person", "社員番号"), Listing.Column("due", "due", "期限"),
    Listing.Column("numbers", "numbers", "番号", isCount: true),
    Listing.Column("missing", "without a number", "番号なし"),
  ])

  mutating func add(_ row: SlipRow, of plan: SlipPlan) {
    let cells = [
      plan.form.rawValue, "\(row.line)", row.person.text, row.due?.isoText ?? "",
      "\(row.slots.count)",
    ]
    func without(_ word: (NoNumberReason) -> String) -> String {
      row.slots.compactMap { slot in slot.lacking.map { "\(slot.person.text) \(word($0))" } }
        .joined(separator: "; ")
    }
    listing.add(
      cells + [without(\.english)],
      saying: cells + [without { Message($0.english, $0.japanese).text }])
  }

  func write(to context: CommandContext, as format: OutputFormat) throws {
    try listing.write(to: context, as: format)
  }
}
