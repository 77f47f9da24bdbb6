import MyNumberKit
import RulesTestSupport
import TestSupport
import Testing

@testable import mynumber

@Suite("incident clock answers as the table of golden cases")
struct IncidentClockCommandTests {
  private static let rows: [IncidentRow] = {
    guard let bytes = try? FileBytes.checkout("Tests/RulesTests/Cases/incidents.txt") else {
      return []
    }
    return IncidentRow.all(in: String(decoding: bytes, as: UTF8.self))
  }()

  private func clock(
    _ bytes: [UInt8], language: String = "en"
  ) throws -> (status: Int32, output: [String], errors: [String]) {
    try CaseCommand(words: ["incident", "clock"]).run(bytes, policy: false, language: language)
  }

  @Test("one by one a line, and as an array", arguments: [true, false])
  func every(isArray: Bool) throws {
    #expect(Self.rows.count >= 80)
    let bytes = CaseCommand.joined(Self.rows.map { $0.json() }, isArray: isArray)
    let (status, output, errors) = try clock(bytes)
    #expect(status == 0 && errors == [])
    try #require(output.count == Self.rows.count)
    for (row, line) in zip(Self.rows, output) {
      let answer = IncidentAnswer(try IncidentCase(json: row.json()))
      #expect(Array((line + "\n").utf8) == answer.json(), "line \(row.line)")
    }
  }

  /// Cases that are none, and what is said of each, with the place in the file.
  static let bad = [
    #"{"harms": ["leak"], "cause": "theft", "people": 1}"#: "knownOn: missing",
    #"{"knownOn": "2026-11-31", "harms": ["leak"], "cause": "theft", "people": 1}"#:
      "knownOn: a date such as",
    #"{"knownOn": "2021-11-30", "harms": ["leak"], "cause": "theft", "people": 1}"#:
      "knownOn: the duty to report begins on 2022-04-01",
    #"{"knownOn": "2026-11-24", "harms": ["spill"], "cause": "theft", "people": 1}"#:
      "harms[0]: not one of these",
    #"{"knownOn": "2026-11-24", "harms": ["leak"], "cause": "theft", "people": 1, "name": "x"}"#:
      "a member that a case does not have",
    #"{"knownOn": "2026-11-24", "harms": ["leak"], "cause": "theft", "people": 1, "my_number": "123456789018"}"#:
      "a member that a case does not have",
    #"{"knownOn": "2026-11-24", "harms": ["leak"]"#: "not JSON as expected",
  ]

  @Test("or says place and rule of each bad case, answers none and repeats nothing of it")
  func bad() throws {
    for (text, message) in Self.bad {
      let (status, output, errors) = try clock(Array(text.utf8))
      #expect(status == 65 && output == [], "\(text)")
      #expect(errors.contains { $0.contains(message) }, "\(text): \(errors)")
      #expect(!errors.joined().contains("123456789018") && !errors.joined().contains("spill"))
    }
    let (_, _, japanese) = try clock(
      Array(
        #"{"knownOn": "2021-11-30", "harms": ["leak"], "cause": "theft", "people": 1}"#.utf8),
      language: "ja")
    #expect(japanese.contains { $0.contains("報告の義務は2022-04-01からです") }, "\(japanese)")
  }

  @Test("a file without a case is refused", arguments: ["", "[]"])
  func none(text: String) throws {
    #expect(try clock(Array(text.utf8)).status == 65)
  }
}
