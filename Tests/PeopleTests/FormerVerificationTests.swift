import People
import Testing

@Suite("The verification of a number that was changed")
struct FormerVerificationTests {
  private func record() throws -> PersonRecord {
    var record = PersonRecord(
      id: try PersonID([UInt8](repeating: 7, count: 16)), code: try PersonCode("0001"),
      kind: .employee)
    record.currentVersion = 1
    record.verification = .legacy(attestedOn: day("2020-04-01"), by: "u0")
    return record
  }

  private func day(_ text: String) -> CalendarDate { CalendarDate(parsing: text) ?? .first }

  private func version(_ number: Int, _ from: String, until: String? = nil) -> NumberVersion {
    NumberVersion(
      version: number, declaredOn: day(from), replacedOn: until.map(day),
      how: until == nil ? .current : .changed)
  }

  @Test("stays with its version when another number comes, and goes with it")
  func kept() throws {
    var record = try record()
    let old = record.verification
    record.keepVerification()
    record.currentVersion = 2
    record.verification = .none
    #expect(record.verification(of: 1) == old)
    #expect(record.verification(of: 2) == .none && record.verification(of: 3) == .none)
    record.forgetVerification(of: 1)
    #expect(record.verification(of: 1) == .none)
  }

  @Test("is not kept where it was none, or there is no number", arguments: [0, 1])
  func incomplete(version: Int) throws {
    var record = try record()
    record.currentVersion = version
    if version == 1 { record.verification = .claimed(on: day("2020-04-01"), by: "u0") }
    record.keepVerification()
    #expect(record.formerVerifications.isEmpty)
  }

  @Test("is read as it was written; versions out of order are refused")
  func coding() throws {
    var record = try record()
    record.keepVerification()
    record.currentVersion = 2
    record.verification = .verified(rule: "card", on: day("2026-01-01"), policy: "ab")
    record.keepVerification()
    let bytes = record.canonicalBytes()
    #expect(try PersonRecord(decoding: bytes.span) == record)
    // Of the two at the end the second is made the first's version.
    var wrong = bytes
    let tail = 1 + 4 + 4 + 4 + 4 + 2
    let place = wrong.count - tail - 8 + 7
    #expect(wrong[place] == 2)
    wrong[place] = 1
    #expect(throws: PeopleError.malformed) { try PersonRecord(decoding: wrong.span) }
    let short = Array(bytes.dropLast())
    #expect(throws: PeopleError.malformed) { try PersonRecord(decoding: short.span) }
  }

  @Test(
    "of several numbers that one is found which was held on a day",
    arguments: [
      ("2020-03-31", 1), ("2020-04-01", 1), ("2026-02-28", 1), ("2026-03-19", 1), ("2026-03-20", 2),
    ])
  func held(on date: String, version number: Int) throws {
    var record = try record()
    #expect(record.versionHeld(on: day(date)) == nil)
    // Changed by the municipality on 1 March, and told on the 20th: till then the old one was used.
    record.versions = [
      version(1, "2020-04-01", until: "2026-03-01"), version(2, "2026-03-20"),
    ]
    #expect(record.versionHeld(on: day(date)) == number)
  }
}
