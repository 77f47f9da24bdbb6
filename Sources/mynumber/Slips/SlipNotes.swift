import MyNumberKit

/// What an export or a plan has to tell beside its rows.
struct SlipNotes {
  let terminal: any Terminal

  init(_ terminal: any Terminal) { self.terminal = terminal }

  /// A person left out, a change or a note, as they are found.
  func tell(_ finding: SlipFinding) {
    switch finding {
    case .slip, .recipient, .counted, .needless: break
    case .leftOut(let left):
      terminal.tell(.leftOut(left.person.text, "\(left.article)", left.atMostYen))
    case .changed(let change):
      terminal.tell(.changed(change.person.text, change.field, from: change.from, to: change.to))
    case .noted(let note): tell(note)
    }
  }

  private func tell(_ note: SlipNote) {
    switch note.kind {
    case .nameDiffers: terminal.tell(.nameDiffers(note.person.text, line: note.line))
    case .dueToLeaver(let day): terminal.tell(.dueToLeaver(note.person.text, by: day))
    case .dueToHeirs(let day): terminal.tell(.dueToHeirs(note.person.text, by: day))
    }
  }

  /// Who is left out of what is counted, and whose name differs; nothing is written.
  func tellCounted(_ finding: SlipFinding) {
    if case .changed = finding { return }
    tell(finding)
  }

  /// What holds for a whole filing: open questions, how numbers are written.
  func tell(_ plan: SlipPlan) {
    if !plan.isLayoutVerified { terminal.tell(.layoutUnverified(plan.incomeYear)) }
    for question in plan.questions { terminal.tell(.openQuestion(question)) }
    if plan.paper == nil { terminal.tell(.numberWidth(plan.numberWidth)) }
    if plan.leavesOutTaxOffice { terminal.tell(.noTaxOfficeCopy) }
  }
}
