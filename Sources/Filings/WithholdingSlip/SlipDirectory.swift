public import People
public import Rules

/// Who is known by a code; asked only for people whom a payroll row names.
public protocol SlipDirectory {
  /// The person with a code; nil when there is none.
  func person(code: PersonCode) -> SlipPerson?
  /// An employee's family, whatever for they are dependents; asked only where a row names family.
  func dependents(of employee: PersonCode) -> [SlipPerson]
  /// The slip last filed of an employee, unless it was voided since; asked only for rows that void
  /// one. Nil where the register knows none.
  func filedSlip(
    of employee: PersonCode, on form: FormCopyID, incomeYear: Int
  ) -> FiledSlip?
  /// Answers what is asked meanwhile without locking anew each time.
  func reading(_ body: () -> Void)
}

extension SlipDirectory {
  /// Where there is no register, no slip is known.
  public func filedSlip(
    of employee: PersonCode, on form: FormCopyID, incomeYear: Int
  ) -> FiledSlip? { nil }

  /// Where nothing is locked, there is nothing to do.
  public func reading(_ body: () -> Void) { body() }
}
