import Foundation
import JSON
import People
import Rules
import Testing

@Suite("Cases of identity verification")
struct IdentityCaseTests {
  /// Read once for all cases.
  static let policy = try? TestPolicy.policy()

  let rules: IdentityRules

  init() throws { rules = try #require(Self.policy).identity }

  static let rows: [IdentityRow] = {
    guard
      let url = Bundle.module.url(
        forResource: "identity", withExtension: "txt", subdirectory: "Cases"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    return IdentityRow.all(in: text)
  }()

  @Test("the table has more than 300 cases on both sides of the six dates")
  func count() {
    #expect(Self.rows.reduce(0) { $0 + $1.days.count } > 1500)
    for date in IdentityRow.days {
      let cases = Self.rows.filter { $0.days.contains(date) }
      #expect(cases.contains { $0.isAccepted })
      #expect(cases.contains { !$0.isAccepted })
    }
  }

  @Test("each case is answered as the law says", arguments: rows)
  func answer(row: IdentityRow) throws {
    for date in row.days {
      let answer = rules.judge(try IdentityCase(json: row.json(on: date)))
      #expect(answer.isAccepted == row.isAccepted, "\(date)")
      #expect(answer.verifier.rawValue == row.verifier, "\(date)")
      #expect(Self.words(of: answer) == row.answer, "\(date)")
      #expect(Self.isConsistent(answer), "\(date): \(answer.state.id)")
    }
  }

  @Test("the answer in JSON says the same", arguments: rows)
  func json(row: IdentityRow) throws {
    for date in row.days {
      let answer = rules.judge(try IdentityCase(json: row.json(on: date)))
      let bytes = answer.json()
      #expect(bytes.last == 0x0A)
      let body = Array(bytes.dropLast())
      guard case .object(let members) = try CanonicalValue(parsing: body.span) else {
        Issue.record("no object")
        return
      }
      #expect(members["accepted"] == .bool(row.isAccepted))
      #expect(members["verifier"] == .string(row.verifier))
      #expect(Self.words(of: members) == row.answer, "\(date)")
    }
  }

  private static func words(of answer: IdentityAnswer) -> [String] {
    guard !answer.isAccepted else { return [articles(answer.citations)] }
    return answer.missing.map { gap in
      var words = gap.shortfall.id
      switch gap.shortfall {
      case .identityDocuments(let needed): words += " \(needed)"
      case .documentUnknown(let place): words += " \(place)"
      case .ruleNotInForce(let id): words += " \(id)"
      default:
        let detail = gap.shortfall.document ?? gap.shortfall.fact?.rawValue
        words += detail.map { " \($0)" } ?? ""
      }
      return words + ": " + articles(gap.citations)
    }
  }

  private static func articles(_ citations: [Citation]) -> String {
    citations.map(\.description).joined(separator: "; ")
  }

  /// The same words from the JSON alone.
  private static func words(of members: [String: CanonicalValue]) -> [String] {
    guard case .array(let missing) = members["missing"], !missing.isEmpty else {
      return [texts(members["articles"])]
    }
    return missing.map { value in
      guard case .object(let gap) = value, case .string(var words) = gap["what"] else { return "" }
      for key in ["document", "fact", "rule"] {
        if case .string(let detail)? = gap[key] { words += " " + detail }
      }
      for key in ["needed", "place"] {
        if case .integer(let detail)? = gap[key] { words += " \(detail)" }
      }
      return words + ": " + texts(gap["articles"])
    }
  }

  private static func texts(_ value: CanonicalValue?) -> String {
    guard case .array(let values)? = value else { return "none" }
    return values.map { value in
      guard case .string(let text) = value else { return "" }
      return text
    }.joined(separator: "; ")
  }

  /// A verified number is one with nothing missing, whoever verifies.
  private static func isConsistent(_ answer: IdentityAnswer) -> Bool {
    switch answer.state {
    case .verified: answer.isAccepted && answer.verifier == .employer && !answer.way.isEmpty
    case .numberProved, .unverified: !answer.isAccepted
    case .notOurs: answer.verifier != .employer ? answer.isAccepted : !answer.isAccepted
    case .attested: false
    }
  }
}
