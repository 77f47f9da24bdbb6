internal import Custody

/// A row on its way into a file: its bytes, what each of its slots asks of the gate, and whose they
/// are.
struct FilledRow {
  /// A place for a number.
  struct Slot {
    /// The field of the record, from 1.
    let field: Int
    /// Whether it stands behind a label among others.
    let isRemark: Bool
    /// What it asks of the gate; nil for one that stays blank.
    let query: NumberQuery?
  }

  let composed: ComposedRow
  /// One for each hole, in order.
  let slots: [Slot]
  /// How many fields the record has.
  let fieldCount: Int
  /// The people of its slots, and what the row shows of them.
  let shown: [RegisteredExport.Person]
}

extension FilledRow {
  /// A row of slips; on paper its fields are the boxes of the form.
  init(_ row: SlipRow, of plan: SlipPlan) {
    let boxes = plan.paper.map { paper in
      paper.boxes.map { $0.isOfNumber ? plan.layout[$0.item]?.number : nil }
    }
    self.init(
      composed: row.composed,
      slots: row.slots.map { slot in
        let isRemark = slot.owner == .remarksDependents || slot.owner == .remarksUnderSixteen
        let field = boxes.map { ($0.firstIndex(of: slot.field) ?? -1) + 1 } ?? slot.field
        return Slot(field: field, isRemark: isRemark, query: plan.query(slot))
      },
      fieldCount: boxes?.count ?? plan.layout.fields.count, shown: row.shown)
  }
}
