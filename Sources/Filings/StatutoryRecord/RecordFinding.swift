internal import People

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

  /// Whose record it is about; nil for a value that is written otherwise.
  var person: PersonCode? {
    switch self {
    case .record(let line): line.person
    case .copy(let copy): copy.person
    case .leftOut(let left): left.person
    case .notFiled(let row): row.person
    case .counted(let figures): figures.person
    case .changed: nil
    }
  }
}
