import Foundation
import JSON
import People
import Rules
import RulesTestSupport
import Testing

@Suite("Golden cases of incidents")
struct IncidentCaseTests {
  static let rows: [IncidentRow] = {
    guard
      let url = Bundle.module.url(
        forResource: "incidents", withExtension: "txt", subdirectory: "Cases"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    return IncidentRow.all(in: text)
  }()

  @Test("are enough, each once, and every item, exclusion and question is met")
  func coverage() throws {
    #expect(Self.rows.count >= 80)
    #expect(Set(Self.rows.map(\.name)).count == Self.rows.count)
    #expect(Set(Self.rows.map { $0.told + $0.facts }).count == Self.rows.count)
    let answers = try Self.rows.map { IncidentAnswer(try IncidentCase(json: $0.json())) }
    let items = answers.flatMap(\.duties).flatMap(\.findings).map(\.item)
    #expect(Set(items) == Set(IncidentItem.allCases))
    #expect(Set(answers.flatMap(\.exclusions).map(\.id)).count == 4)
    #expect(Set(answers.flatMap(\.questions).map(\.id)).count == 6)
    #expect(Set(answers.flatMap(\.missing).map(\.id)).count == 3)
  }

  @Test("are judged as reckoned by hand", arguments: rows)
  func golden(row: IncidentRow) throws {
    let answer = IncidentAnswer(try IncidentCase(json: row.json()))
    #expect(IncidentRow.words(of: answer) == row.expected)
    #expect(IncidentRow.reasons(of: answer) == row.reasons)
    #expect(answer.isReportable == (row.expected[0] != "none" || row.expected[3] != "none"))
  }

  @Test("give a reason and an article for everything they say", arguments: rows)
  func reasons(row: IncidentRow) throws {
    let answer = IncidentAnswer(try IncidentCase(json: row.json()))
    let duties = answer.duties
    let reasons =
      answer.exclusions + answer.missing + answer.questions
      + duties.flatMap { $0.clocks.map(\.reason) + $0.findings.map(\.item.reason) }
      + duties.compactMap(\.exemption)
    #expect(!reasons.isEmpty)
    for reason in reasons {
      #expect(!reason.ja.isEmpty && !reason.en.isEmpty && !reason.articles.isEmpty)
      #expect(reason.articles.allSatisfy { $0.contains(/^(番号法|個人情報保護法|特定個人情報|行政機関の休日)/) })
    }
  }

  @Test("say in JSON what they say in Swift, and read their own case again", arguments: rows)
  func json(row: IncidentRow) throws {
    let question = try IncidentCase(json: row.json())
    #expect(try IncidentCase(json: question.json()) == question)
    let answer = IncidentAnswer(question)
    guard case .object(let members) = try CanonicalValue(json: answer.json()),
      case .array(let duties)? = members["duties"]
    else {
      Issue.record("no answer")
      return
    }
    #expect(members["reportable"] == .bool(answer.isReportable))
    #expect(members["case"] == (try CanonicalValue(json: question.json())))
    #expect(duties.count == answer.duties.count)
    for (value, duty) in zip(duties, answer.duties) {
      guard case .object(let members) = value, case .array(let clocks)? = members["clocks"] else {
        Issue.record("no duty")
        continue
      }
      #expect(members["mustReport"] == .bool(duty.mustReport))
      let days = clocks.map { value -> CanonicalValue? in
        guard case .object(let clock) = value else { return nil }
        return clock["due"]
      }
      #expect(days == duty.clocks.map { .string($0.due.isoText) })
    }
  }
}
