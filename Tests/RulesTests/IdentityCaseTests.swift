import Foundation
import JSON
import People
import Rules
import RulesTestSupport
import Testing
import Wording

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

  @Test("the very same case is judged otherwise on the two sides of each date")
  func flips() {
    for place in stride(from: 0, to: IdentityRow.days.count, by: 2) {
      let (before, after) = (IdentityRow.days[place], IdentityRow.days[place + 1])
      func cases(_ day: CalendarDate, accepted: Bool) -> Set<[UInt8]> {
        Set(
          Self.rows.filter { $0.days.contains(day) && $0.isAccepted == accepted }
            .map { $0.json(on: before) })
      }
      let opened = cases(before, accepted: false).intersection(cases(after, accepted: true))
      let closed = cases(before, accepted: true).intersection(cases(after, accepted: false))
      #expect(!opened.isEmpty || !closed.isEmpty, "\(after)")
    }
  }

  @Test("each case is answered as the law says", arguments: rows)
  func answer(row: IdentityRow) throws {
    for date in row.days {
      let answer = rules.judge(try IdentityCase(json: row.json(on: date)))
      #expect(answer.isAccepted == row.isAccepted, "\(date)")
      #expect(answer.verifier.rawValue == row.verifier, "\(date)")
      #expect(IdentityRow.words(of: answer) == row.answer, "\(date)")
      #expect(Self.isConsistent(answer), "\(date): \(answer.state.id)")
    }
  }

  @Test("a case comes back from the JSON that it writes", arguments: rows)
  func caseJSON(row: IdentityRow) throws {
    for date in row.days {
      let identity = try IdentityCase(json: row.json(on: date))
      #expect(try IdentityCase(json: identity.json()) == identity)
    }
  }

  @Test("the answer in JSON says the same", arguments: rows)
  func json(row: IdentityRow) throws {
    for date in row.days {
      let identity = try IdentityCase(json: row.json(on: date))
      let answer = rules.judge(identity)
      let bytes = answer.json(of: identity) { $0.shortfall.phrase(under: rules).english }
      #expect(bytes.last == 0x0A)
      let body = Array(bytes.dropLast())
      guard case .object(let members) = try CanonicalValue(parsing: body.span) else {
        Issue.record("no object")
        return
      }
      #expect(members["case"]?.encoded() == identity.json())
      #expect(members["accepted"] == .bool(row.isAccepted))
      #expect(members["verifier"] == .string(row.verifier))
      #expect(IdentityRow.words(of: members) == row.answer, "\(date)")
    }
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
