import People

/// People for tests, built up by small steps.
enum TestPerson {
  static func make(
    _ kind: PersonKind = .employee, code: String = "0012", relationship: Relationship? = nil,
    standing: DependentStanding = .none, purposes: [String] = ["tax-withholding"]
  ) throws -> PersonRecord {
    var person = PersonRecord(
      id: try PersonID([UInt8](repeating: 1, count: 16)), code: try PersonCode(code), kind: kind,
      relationship: relationship, standing: standing)
    person.declarations = [
      Declaration(
        id: try DeclarationID([UInt8](repeating: 2, count: 16)), purposes: purposes,
        date: day("2024-04-01"), method: "notice", by: "u1")
    ]
    person.versions = [NumberVersion(version: 1, declaredOn: day("2024-04-01"))]
    person.currentVersion = 1
    person.verification =
      kind == .family
      ? .employeeDuty : .verified(rule: "card", on: day("2024-04-01"), policy: "00")
    return person
  }
}
