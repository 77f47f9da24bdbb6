import MyNumberKit
import RulesTestSupport
import TestSupport
import Testing

@testable import mynumber

@Suite("verify check answers as the table of cases")
struct VerifyCheckTests {
  private struct Asked {
    let row: IdentityRow
    let date: CalendarDate
    let bytes: [UInt8]
  }

  /// Every row of the table on each of its days.
  private static let asked: [Asked] = {
    guard let bytes = try? FileBytes.checkout("Tests/RulesTests/Cases/identity.txt") else {
      return []
    }
    return IdentityRow.all(in: String(decoding: bytes, as: UTF8.self)).flatMap { row in
      row.days.map { Asked(row: row, date: $0, bytes: row.json(on: $0)) }
    }
  }()

  private func check(
    _ bytes: [UInt8], policy: Bool = true, language: String = "en"
  ) throws -> (status: Int32, output: [String], errors: [String]) {
    try CaseCommand(words: ["verify", "check"]).run(bytes, policy: policy, language: language)
  }

  @Test("one by one a line, and as an array", arguments: [true, false])
  func every(isArray: Bool) throws {
    #expect(Self.asked.count > 2000)
    let bytes = CaseCommand.joined(Self.asked.map(\.bytes), isArray: isArray)
    let (status, output, errors) = try check(bytes)
    #expect(status == 0 && errors == [])
    try #require(output.count == Self.asked.count)
    for (asked, line) in zip(Self.asked, output) {
      guard case .object(let members) = try CanonicalValue(json: Array(line.utf8)) else {
        Issue.record("no object")
        return
      }
      #expect(members["accepted"] == .bool(asked.row.isAccepted), "line \(asked.row.line)")
      #expect(members["verifier"] == .string(asked.row.verifier), "line \(asked.row.line)")
      #expect(IdentityRow.words(of: members) == asked.row.answer, "line \(asked.row.line)")
    }
  }

  @Test("the answer has the case, and what is missing in the language chosen")
  func words() throws {
    let asked = try #require(Self.asked.first { !$0.row.isAccepted })
    let identity = try IdentityCase(json: asked.bytes)
    var texts: [String] = []
    for language in ["en", "ja"] {
      let (_, output, _) = try check(asked.bytes, language: language)
      let line = try #require(output.first)
      guard case .object(let members) = try CanonicalValue(json: Array(line.utf8)),
        case .array(let missing)? = members["missing"], case .object(let gap)? = missing.first,
        case .string(let text)? = gap["text"]
      else {
        Issue.record("no text: \(line)")
        return
      }
      #expect(members["case"] == (try CanonicalValue(json: identity.json())))
      texts.append(text)
    }
    try #require(texts.count == 2)
    #expect(texts.map(language) == ["en", "ja"])
  }

  /// Japanese sentences have kana.
  private func language(of text: String) -> String {
    text.unicodeScalars.contains { (0x3041...0x3096).contains($0.value) } ? "ja" : "en"
  }

  @Test("what is accepted misses nothing, in words neither")
  func nothingMissing() throws {
    let asked = try #require(Self.asked.first { $0.row.isAccepted })
    let line = try #require(try check(asked.bytes).output.first)
    #expect(line.contains("\"missing\":[]") && !line.contains("\"text\""))
  }

  @Test("by the policy that comes with the program when none is named")
  func installed() throws {
    let asked = try #require(Self.asked.first)
    let (status, output, _) = try check(asked.bytes, policy: false)
    #expect(status == 0 && output.count == 1)
    #expect(output.first?.contains("\"accepted\":\(asked.row.isAccepted)") == true)
  }

  @Test("or says line, column and rule of each bad case and answers none")
  func bad() throws {
    let good = Array(Self.asked[0].bytes)
    let text = "\n{\"date\": \"2026-04-01\",\n \"channel\": \"by-pigeon\"}\n{\"date\": 1.5}\n"
    let (status, output, errors) = try check(good + Array(text.utf8))
    #expect(status == 65 && output == [])
    #expect(errors.contains { $0.contains("cases.json:3:13: channel: not one of these: in-") })
    #expect(errors.contains { $0.contains("cases.json:2:1: person: missing") })
    #expect(errors.contains { $0.contains("cases.json:4:11: not JSON as expected") })
  }

  @Test(
    "a file without a case, and a case with a number in it, are refused", arguments: ["", "[]"])
  func none(text: String) throws {
    #expect(try check(Array(text.utf8)).status == 65)
    let number = Array(
      "{\"my_number\": \"123456789018\"}".utf8)
    let (status, output, errors) = try check(number)
    #expect(status == 65 && output == [])
    #expect(!errors.joined().contains("123456789018"))
  }
}
