import Foundation
import JSON
import People
import Rules
import RulesTestSupport
import Testing

@Suite("Golden cases of retention")
struct RetentionCaseTests {
  static let rows: [RetentionRow] = {
    guard
      let url = Bundle.module.url(
        forResource: "retention", withExtension: "txt", subdirectory: "Cases"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    return RetentionRow.all(in: text)
  }()

  /// Read once for all cases.
  static let known = try? TestPolicy.policy()

  let policy: Policy

  init() throws { policy = try #require(Self.known) }

  @Test("speak of every document of the schedule, and there are enough of them")
  func coverage() throws {
    #expect(Self.rows.count >= 170)
    #expect(Set(Self.rows.map(\.name)).count == Self.rows.count)
    var decided: Set<String> = []
    for row in Self.rows where row.basis != nil {
      let holdings = policy.retention.purposes(
        of: try row.record(), version: row.changedVersion, asOf: day("2026-11-22"))
      decided.formUnion(holdings.flatMap(\.documents).map(\.document))
    }
    #expect(decided == Set(policy.retention.documents.map(\.id)))
  }

  @Test("end on the day reckoned by hand, by the rule", arguments: rows)
  func rule(row: RetentionRow) throws {
    let found = policy.retention.purposes(
      of: try row.record(), version: row.changedVersion, asOf: day("2026-11-22"))
    try check(found, row)
  }

  @Test("and by the rule asked in JSON", arguments: rows)
  func json(row: RetentionRow) throws {
    let question = try RetentionCase(json: row.json(asOf: day("2026-11-22")), under: policy)
    try check(RetentionAnswer(question, by: policy.retention).purposes, row)
  }

  private func check(_ found: [PurposeRetention], _ row: RetentionRow) throws {
    #expect(found.map(\.purpose.rawValue) == [row.purpose])
    let purpose = try #require(found.first)
    #expect(purpose.documents.allSatisfy { !$0.citations.isEmpty && !$0.ja.isEmpty })
    guard let id = row.document else { return check(purpose, row) }
    let document = purpose.documents.first { $0.document == id }
    switch row.lastDay {
    case .open: #expect(document != nil && document?.lastDay == nil)
    case .noDocument: #expect(document == nil)
    case .day(let day):
      #expect(document?.lastDay == day)
      #expect(document?.basis?.rawValue == row.basis)
    }
  }

  private func check(_ purpose: PurposeRetention, _ row: RetentionRow) {
    switch row.lastDay {
    case .open, .noDocument:
      #expect(purpose.disposal == nil && purpose.erasure == nil && !purpose.isPresumed)
    case .day(let day):
      #expect(purpose.lastDay == day)
      #expect(purpose.erasure == day.adding(days: 1))
      #expect(purpose.isPresumed == (row.basis == "presumed"))
      let last = purpose.documents.filter { $0.lastDay == day }
      #expect(last.contains { $0.basis?.rawValue == row.basis })
    }
  }
}
