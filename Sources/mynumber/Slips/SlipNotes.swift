import MyNumberKit

/// What a plan has to tell beside its rows: people left out, changes, notes and open questions.
struct SlipNotes {
  let plan: SlipPlan

  init(_ plan: SlipPlan) { self.plan = plan }

  func tell(_ terminal: some Terminal) {
    for left in plan.leftOut {
      terminal.tell(.leftOut(left.person.text, "\(left.article)", left.atMostYen))
    }
    for change in plan.changes {
      terminal.tell(.changed(change.person.text, change.field, from: change.from, to: change.to))
    }
    for note in plan.notes { terminal.tell(.nameDiffers(note.person.text, line: note.line)) }
    if !plan.isLayoutVerified { terminal.tell(.layoutUnverified(plan.incomeYear)) }
    for question in plan.questions { terminal.tell(.openQuestion(question)) }
    terminal.tell(.numberWidth(plan.numberWidth))
  }
}
