public import People

/// Who is known by a code; asked only for people whom a payroll row names.
public protocol SlipDirectory {
  /// The person with a code; nil when there is none.
  func person(code: PersonCode) -> SlipPerson?
  /// An employee's family, whatever for they are dependents; asked only where a row names family.
  func dependents(of employee: PersonCode) -> [SlipPerson]
}
