/// What a payroll row comes to in one filing.
public enum SlipFinding: Sendable {
  case slip(SlipRow)
  /// No slip is filed for the person.
  case leftOut(LeftOut)
  /// A value is written otherwise than given.
  case changed(SlipChange)
  case noted(SlipNote)
}
