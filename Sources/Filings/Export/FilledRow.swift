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
  /// A row of slips.
  init(_ row: SlipRow, of plan: SlipPlan) {
    self.init(
      composed: row.composed,
      slots: row.slots.map { slot in
        let isRemark = slot.owner == .remarksDependents || slot.owner == .remarksUnderSixteen
        return Slot(field: slot.field, isRemark: isRemark, query: plan.query(slot))
      },
      fieldCount: plan.layout.fields.count, shown: row.shown)
  }
}
