/// What a row of a file of records comes to.
public enum RecordFinding: Sendable {
  case record(RecordLine)
  /// The person's own copy.
  case copy(RetirementCopy)
  /// No record is filed for so little.
  case leftOut(LeftOut)
  /// No record was filed of what was paid before a day.
  case notFiled(NotFiled)
  /// A value is written otherwise than given.
  case changed(SlipChange)
  /// What was paid, for a summary.
  case counted(RecordFigures)
}
