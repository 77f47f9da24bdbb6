public import Rules

/// What a payroll row comes to in one filing.
public enum SlipFinding: Sendable {
  case slip(SlipRow)
  /// The employee's own copy.
  case recipient(RecipientSlip)
  /// What a slip counts for, where a summary is made instead of a file.
  case counted(SlipFigures)
  /// No slip is filed for the person.
  case leftOut(LeftOut)
  /// The copy is not filed for such a slip at all: another one counts as it.
  case needless(NeedlessCopy)
  /// A value is written otherwise than given.
  case changed(SlipChange)
  case noted(SlipNote)
}
