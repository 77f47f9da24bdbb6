public import People

/// The employee's own copy of a slip (受給者交付用): what stands in each box.
///
/// It is made of the payroll row alone. There is no way to put a number into it: it is filled from
/// texts in which the planner found none, and the fields of numbers are never read.
public struct RecipientSlip: Sendable {
  /// The line of the payroll file.
  public let line: Int
  public let person: PersonCode
  /// Whether the person filed a dependents' declaration for the year (甲欄).
  public let hasDeclaration: Bool
  let texts: PaperTexts
}
