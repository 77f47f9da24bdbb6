import MyNumberKit

/// What would be filed: a line a copy and person.
struct SlipPlanListing {
  private var listing = Listing([
    Listing.Column("form", "form", "様式"), Listing.Column("line", "line", "行", isCount: true),
    Listing.Column("person", "person", "社員番号"),
    Listing.Column("numbers", "numbers", "番号", isCount: true),
    Listing.Column("missing", "without a number", "番号なし"),
  ])

  mutating func add(_ row: SlipRow, of plan: SlipPlan) {
    let without = row.slots.compactMap { slot in
      slot.lacking.map { "\(slot.person.text) \($0.english)" }
    }
    listing.rows.append([
      plan.form.rawValue, "\(row.line)", row.person.text, "\(row.slots.count)",
      without.joined(separator: "; "),
    ])
  }

  func write(to context: CommandContext, as format: OutputFormat) throws {
    try listing.write(to: context, as: format)
  }
}
