import MyNumberKit

/// What would be filed: a line a copy and person.
struct SlipPlanListing {
  private var listing = Listing([
    Listing.Column("form", "form", "様式"), Listing.Column("line", "line", "行", isCount: true),
    Listing.Column("person", "person", "社員番号"),
    Listing.Column("numbers", "numbers", "番号", isCount: true),
    Listing.Column("missing", "without a number", "番号なし"),
  ])

  init(_ plans: [SlipPlan]) {
    for plan in plans {
      let missing = Dictionary(plan.missingNumbers.map { ($0.person, $0.reason) }) { first, _ in
        first
      }
      for row in plan.rows {
        let without = plan.slots[row.slots].compactMap { slot in
          missing[slot.person].map { "\(slot.person.text) \($0.english)" }
        }
        listing.rows.append([
          plan.form.rawValue, "\(row.line)", row.person.text, "\(row.slots.count)",
          without.joined(separator: "; "),
        ])
      }
    }
  }

  func write(to context: CommandContext, as format: OutputFormat) throws {
    try listing.write(to: context, as: format)
  }
}
