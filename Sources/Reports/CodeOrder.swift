internal import People

/// What people are sorted by, taken from the code once: a household together, then by number.
struct CodeOrder: Comparable {
  private let employee: String
  private let number: Int

  init(_ code: PersonCode) {
    employee = code.employeeCode.text
    number = code.dependentNumber ?? 0
  }

  static func < (left: CodeOrder, right: CodeOrder) -> Bool {
    left.employee == right.employee
      ? left.number < right.number : precedes(left.employee, right.employee)
  }
}
