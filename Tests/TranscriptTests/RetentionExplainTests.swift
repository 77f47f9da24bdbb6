import MyNumberKit
import RulesTestSupport
import TestSupport
import Testing

@testable import mynumber

@Suite("retention explain answers as the table of golden cases")
struct RetentionExplainTests {
  private static let rows: [RetentionRow] = {
    guard let bytes = try? FileBytes.checkout("Tests/RulesTests/Cases/retention.txt") else {
      return []
    }
    return RetentionRow.all(in: String(decoding: bytes, as: UTF8.self))
  }()

  private static let asOf = CalendarDate(parsing: "2026-11-22") ?? .first

  private func explain(
    _ bytes: [UInt8], policy: Bool = true, language: String = "en"
  ) throws -> (status: Int32, output: [String], errors: [String]) {
    try CaseCommand(words: ["retention", "explain"]).run(bytes, policy: policy, language: language)
  }

  @Test("one by one a line, and as an array", arguments: [true, false])
  func every(isArray: Bool) throws {
    #expect(Self.rows.count > 170)
    let bytes = CaseCommand.joined(Self.rows.map { $0.json(asOf: Self.asOf) }, isArray: isArray)
    let (status, output, errors) = try explain(bytes)
    #expect(status == 0 && errors == [])
    try #require(output.count == Self.rows.count)
    for (row, line) in zip(Self.rows, output) { try check(row, line) }
  }

  private func check(_ row: RetentionRow, _ line: String) throws {
    let answer = try object(try CanonicalValue(json: Array(line.utf8)))
    #expect(answer["case"] == (try CanonicalValue(json: row.json(asOf: Self.asOf))))
    let purpose = try object(try #require(try list(answer["purposes"]).first))
    #expect(purpose["purpose"] == .string(row.purpose))
    let documents = try list(purpose["documents"]).map(object)
    #expect(documents.allSatisfy { $0["articles"] != .array([]) })
    let found = row.document.map { id in documents.first { $0["document"] == .string(id) } }
    switch row.lastDay {
    case .noDocument: #expect(found == .some(nil), "line \(row.line)")
    case .open: #expect((found ?? purpose)?["lastDay"] == .null, "line \(row.line)")
    case .day(let day):
      #expect((found ?? purpose)?["lastDay"] == .string(day.isoText), "line \(row.line)")
      let basis = row.basis.map(CanonicalValue.string)
      if row.document == nil {
        #expect(purpose["presumed"] == .bool(row.basis == "presumed"), "line \(row.line)")
        #expect(documents.contains { $0["basis"] == basis }, "line \(row.line)")
      } else {
        #expect(found??["basis"] == basis, "line \(row.line)")
      }
    }
  }

  private func object(_ value: CanonicalValue) throws -> [String: CanonicalValue] {
    guard case .object(let members) = value else { throw Unexpected() }
    return members
  }

  private func list(_ value: CanonicalValue?) throws -> [CanonicalValue] {
    guard case .array(let values)? = value else { throw Unexpected() }
    return values
  }

  private struct Unexpected: Error {}

  @Test("by the policy that comes with the program when none is named")
  func installed() throws {
    let row = try #require(Self.rows.first { $0.basis == "recorded" })
    let (status, output, _) = try explain(row.json(asOf: Self.asOf), policy: false)
    #expect(status == 0 && output.count == 1)
  }

  /// Cases that are none, and what is said of each.
  static let bad = [
    #"{"person": {"kind": "employee"}}"#: "asOf: missing",
    #"{"asOf": "2026-02-30", "person": {"kind": "employee"}}"#: "asOf: a date such as",
    #"{"asOf": "2026-11-22"}"#: "person: missing",
    #"{"asOf": "2026-11-22", "person": {"kind": "king"}}"#: "person.kind: not one of these",
    #"{"asOf": "2026-11-22", "person": {"kind": "employee", "standing": []}}"#:
      "person.standing: only family has one",
    #"{"asOf": "2026-11-22", "person": {"kind": "employee"}, "purposes": ["sales"]}"#:
      "purposes[0]: the policy has no such purpose",
    #"{"asOf": "2026-11-22", "person": {"kind": "employee"}, "events": [{"kind": "paid"}]}"#:
      "events[0]: the event must say its year",
    #"{"asOf": "2026-11-22", "person": {"kind": "employee"}, "events": [{"kind": "paid", "year": 2015}]}"#:
      "events[0]: the income year is not from 2016",
    #"{"asOf": "2026-11-22", "person": {"kind": "employee"}, "events": [{"kind": "left", "date": "2026-03-31", "year": 2026}]}"#:
      "events[0]: the event has no year",
    #"{"asOf": "2026-11-22", "person": {"kind": "employee"}, "events": [{"kind": "left", "date": "2010-03-31"}]}"#:
      "events[0]: the day is before there were numbers",
    #"{"asOf": "2026-11-22", "person": {"kind": "employee"}, "events": [{"kind": "paid", "year": 2026, "basis": "presumed"}]}"#:
      "events[0].basis: not one of these: recorded, derived",
    #"{"asOf": "2026-11-22", "person": {"kind": "employee"}, "holds": [{"until": 3}]}"#:
      "holds[0].until: a date such as",
    #"{"asOf": "2026-11-22", "person": {"kind": "employee"}, "my_number": "123456789018"}"#:
      "a member that a case does not have",
  ]

  @Test("or says place and rule of each bad case, answers none and repeats nothing of it")
  func bad() throws {
    for (text, message) in Self.bad {
      let (status, output, errors) = try explain(Array(text.utf8))
      #expect(status == 65 && output == [], "\(text)")
      #expect(errors.contains { $0.contains(message) }, "\(text): \(errors)")
      #expect(!errors.joined().contains("123456789018") && !errors.joined().contains("sales"))
    }
    let (_, _, japanese) = try explain(
      Array(
        #"{"asOf": "2026-11-22", "person": {"kind": "employee"}, "events": [{"kind": "paid"}]}"#
          .utf8),
      language: "ja")
    #expect(japanese.contains { $0.contains("この出来事には year が要ります") }, "\(japanese)")
  }

  @Test("a file without a case is refused", arguments: ["", "[]"])
  func none(text: String) throws {
    #expect(try explain(Array(text.utf8)).status == 65)
  }
}
