import People
import Rules
import Testing

@Suite("A case of an incident in JSON")
struct IncidentCaseReaderTests {
  static let least = #"{"knownOn":"2026-11-24","harms":["leak"],"cause":"theft","people":1}"#

  @Test("is read when it says the least that is needed")
  func least() throws {
    let question = try IncidentCase(json: Array(Self.least.utf8))
    #expect(question.knownOn == day("2026-11-24"))
    #expect(question.harms.members == [.leak])
    #expect(!question.isOpenToMany && question.protection == nil && question.recounts.isEmpty)
  }

  @Test(
    "is refused with the place of every mistake",
    arguments: [
      (#"{}"#, ["knownOn", "harms", "cause", "people"]),
      (#"[]"#, [""]),
      (#"{"knownOn":"2026-11-24","harms":["leak"],"cause":"theft","people":1,"name":"x"}"#, [""]),
      (#"{"knownOn":"2026-13-24","harms":["leak"],"cause":"theft","people":1}"#, ["knownOn"]),
      (#"{"knownOn":"R8.11.24","harms":["leak"],"cause":"theft","people":1}"#, ["knownOn"]),
      (#"{"knownOn":"2022-03-31","harms":["leak"],"cause":"theft","people":1}"#, ["knownOn"]),
      (#"{"knownOn":"2099-01-01","harms":["leak"],"cause":"theft","people":1}"#, ["knownOn"]),
      (#"{"knownOn":"2026-11-24","harms":[],"cause":"theft","people":1}"#, ["harms"]),
      (#"{"knownOn":"2026-11-24","harms":"leak","cause":"theft","people":1}"#, ["harms", "harms"]),
      (#"{"knownOn":"2026-11-24","harms":["theft"],"cause":"theft","people":1}"#, ["harms[0]"]),
      (
        #"{"knownOn":"2026-11-24","harms":["leak","leak"],"cause":"theft","people":1}"#,
        ["harms[1]"]
      ),
      (#"{"knownOn":"2026-11-24","harms":["leak"],"cause":"burglary","people":1}"#, ["cause"]),
      (#"{"knownOn":"2026-11-24","harms":["leak"],"cause":"theft","people":0}"#, ["people"]),
      (#"{"knownOn":"2026-11-24","harms":["leak"],"cause":"theft","people":"1"}"#, ["people"]),
      (
        #"{"knownOn":"2026-11-24","harms":["leak"],"cause":"theft","people":1000000001}"#,
        ["people"]
      ),
      (
        #"{"knownOn":"2026-11-24","harms":["leak"],"cause":"theft","people":1,"openToMany":1}"#,
        ["openToMany"]
      ),
      (
        #"{"knownOn":"2026-11-24","harms":["leak"],"cause":"theft","people":1,"keyLost":true}"#,
        ["keyLost"]
      ),
      (
        #"{"knownOn":"2026-11-24","harms":["use"],"cause":"theft","people":1,"recoveredUnseen":true}"#,
        ["recoveredUnseen"]
      ),
      (
        #"{"knownOn":"2026-11-24","harms":["use"],"cause":"theft","people":1,"openToMany":true}"#,
        ["openToMany"]
      ),
      (
        #"{"knownOn":"2026-11-24","harms":["leak"],"cause":"theft","people":1,"copyRemains":true}"#,
        ["copyRemains"]
      ),
      (
        #"{"knownOn":"2026-11-24","harms":["leak"],"cause":"theft","people":1,"lawfulDeletion":true}"#,
        ["lawfulDeletion"]
      ),
      (
        #"{"knownOn":"2026-11-24","harms":["leak"],"cause":"theft","people":1,"wrongfulOn":"2026-11-25"}"#,
        ["wrongfulOn"]
      ),
      (
        #"{"knownOn":"2026-11-24","harms":["leak"],"cause":"unknown","people":1,"wrongfulOn":"2026-11-23"}"#,
        ["wrongfulOn"]
      ),
      (
        #"{"knownOn":"2026-11-24","harms":["leak"],"cause":"theft","people":1,"contractor":{"toldOn":"2026-11-24"}}"#,
        ["contractor.knownOn"]
      ),
      (
        #"{"harms":["leak"],"cause":"theft","people":1,"contractor":{"knownOn":"2026-11-24","toldOn":"2026-11-23"}}"#,
        ["contractor.toldOn"]
      ),
      (
        #"{"knownOn":"2026-11-24","harms":["leak"],"cause":"theft","people":1,"recounts":[{"on":"2026-11-24","people":2}]}"#,
        ["recounts[0].on"]
      ),
      (
        #"{"knownOn":"2026-11-24","harms":["leak"],"cause":"theft","people":1,"recounts":[{"on":"2026-11-26","people":2},{"on":"2026-11-25"}]}"#,
        ["recounts[1].people"]
      ),
      (
        #"{"knownOn":"2026-11-24","harms":["leak"],"cause":"theft","people":1,"recounts":[{"on":"2026-11-26","people":2},{"on":"2026-11-26","people":3}]}"#,
        ["recounts[1].on"]
      ),
      (
        #"{"knownOn":"2026-11-24","harms":["leak"],"cause":"theft","people":1,"protection":{"listed":"yes","key":true}}"#,
        ["protection", "protection.listed"]
      ),
      (
        #"{"knownOn":"2026-11-24","harms":["leak"],"cause":"theft","people":1,"protection":{"algorithm":"123456789018"}}"#,
        ["protection.algorithm"]
      ),
      (
        #"{"knownOn":"2026-11-24","harms":["leak"],"cause":"theft","people":1,"system":"cloud"}"#,
        ["system"]
      ),
    ])
  func refused(text: String, places: [String]) {
    let error = #expect(throws: CaseError.self) { try IncidentCase(json: Array(text.utf8)) }
    #expect(error?.mistakes.map(\.place) == places)
    #expect(error?.description.contains("123456789018") == false)
  }

  @Test("has at most a hundred later counts")
  func tooMany() {
    let counts = (0...IncidentCase.recountLimit).map { place in
      #"{"on":"\#(day("2026-11-25").adding(days: place).isoText)","people":2}"#
    }
    let text =
      #"{"knownOn":"2026-11-24","harms":["leak"],"cause":"theft","people":1,"recounts":["#
      + counts.joined(separator: ",") + "]}"
    let error = #expect(throws: CaseError.self) { try IncidentCase(json: Array(text.utf8)) }
    #expect(error?.mistakes.map(\.place) == ["recounts"])
  }
}
