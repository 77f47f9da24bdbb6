import People
import Reports

/// People for reports, by code; each is pinned by the entry given.
enum TestPeople {
  static func person(
    _ text: String, pin: Int, kind: PersonKind = .employee, verification: Verification = .none,
    holds number: Bool = true, _ change: (inout PersonRecord) throws -> Void = { _ in }
  ) throws -> PersonSummary {
    let id = try PersonID([UInt8](repeating: UInt8(truncatingIfNeeded: pin), count: 16))
    var record = PersonRecord(id: id, code: try PersonCode(text), kind: kind)
    record.verification = verification
    record.hiredOn = day("2020-04-01")
    if number {
      record.currentVersion = 1
      record.versions = [NumberVersion(version: 1, declaredOn: day("2020-04-01"))]
      record.declarations = [try declaration(["tax-withholding"])]
    }
    try change(&record)
    return PersonSummary(record: record, pin: pin)
  }

  static func declaration(_ purposes: [String]) throws -> Declaration {
    Declaration(
      id: try DeclarationID([UInt8](repeating: 9, count: 16)), purposes: purposes,
      date: day("2020-04-01"), method: "notice", by: "u0")
  }

  static let verified = Verification.verified(
    rule: "card", on: day("2020-04-01"), policy: String(repeating: "0", count: 64))
}
