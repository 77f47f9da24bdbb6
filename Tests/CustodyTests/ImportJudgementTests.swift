import Foundation
import MyNumberKit
import Testing

@testable import Custody

@Suite("Judging the verifications of a file")
struct ImportJudgementTests {
  private static let head = "社員番号,続柄,氏名,税扶養,個人番号,番号確認書類,身元確認書類,確認方法,確認日\n"

  /// What a row says of the person, of the family and of the verification.
  private struct Row {
    var relationship = "本人"
    var dependent = ""
    var words: String
  }

  private static let rows = [
    Row(words: "個人番号カード,個人番号カード,対面,2026-04-01"),
    Row(words: "個人番号カード,個人番号カード,対面,2026-04-02"),
    Row(words: "個人番号カード,,対面,2026-04-01"),
    Row(words: "住民票の写し,運転免許証,対面,2026-04-01"),
    Row(words: "住民票の写し,運転免許証,郵送,2026-04-01"),
    Row(words: ",,,"),
    Row(words: ",,記録なし,"),
    Row(relationship: "子", dependent: "○", words: ",,,"),
    Row(words: "個人番号カード,個人番号カード,対面,2026-04-01"),
    Row(words: ",,,"),
  ]

  private func text(_ row: Row, _ place: Int) -> String {
    let code = row.relationship == "本人" ? "E\(place)" : "E1"
    return "\(code),\(row.relationship),試験　\(place),\(row.dependent),858319664372,\(row.words)\n"
  }

  private func record(_ session: Session, _ code: String) throws -> PersonRecord {
    try #require(try session.vault.person(try PersonCode(code))?.record)
  }

  @Test("each row is judged as it would be in a file of its own, whatever the rows before it say")
  func likeAlone() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    let all = Self.rows.enumerated().map { text($1, $0 + 1) }.joined()
    try session.importFile(try fixture.folder.write(Self.head + all, as: "all.csv"))
    var met: Set<Verification> = []
    for (place, row) in Self.rows.enumerated() {
      let other = try VaultFixture()
      let alone = try other.signIn("hanako")
      let first = row.relationship == "本人" ? "" : text(Self.rows[0], 1)
      let path = try other.folder.write(Self.head + first + text(row, place + 1), as: "one.csv")
      try alone.importFile(path)
      let code = row.relationship == "本人" ? "E\(place + 1)" : "E1-1"
      let judged = try record(session, code).verification
      #expect(judged == (try record(alone, code).verification), "\(row.words)")
      met.insert(judged)
    }
    #expect(met.count == 6 && met.contains(.none) && met.contains(.employeeDuty))
  }

  @Test("what two rows cannot mean is told of both, each at its line")
  func mistakes() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    let bad = Row(words: "定期券,個人番号カード,対面,2026-04-01")
    let path = try fixture.folder.write(
      Self.head + text(bad, 1) + text(Self.rows[0], 2) + text(bad, 3), as: "people.csv")
    let error = #expect(throws: CustodyError.self) { try session.importFile(path) }
    guard case .badInput(let mistakes)? = error?.code else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(mistakes.map { "\($0.line ?? 0):\($0.column ?? 0)" } == ["2:6", "4:6"])
  }
}
