import People
import Reports
import Rules
import Testing

@Suite("The declaration ledger")
struct LedgerListingTests {
  private func line(
    _ code: String, _ events: [LifeEvent], _ policy: Policy
  ) throws -> LedgerLine {
    let person = try TestPeople.person(code, pin: 4, verification: TestPeople.verified) {
      $0.declarations = [try TestPeople.declaration(["tax-declarations"])]
      for event in events { $0.add(event) }
    }
    let standing = try #require(policy.ledger.standing(of: person.record, year: 2026))
    return LedgerLine(person, standing, name: "見本　一郎", address: "東京都千代田区見本町1")
  }

  @Test("It says what a ledger must say, who may leave the number out, and why not the others")
  func csv() throws {
    let policy = try TestPolicy.policy()
    let received = LifeEvent(.declarationReceived, on: day("2025-01-10"), year: 2025)
    let renamed = LifeEvent(.nameChanged, on: day("2025-07-01"), basis: .derived)
    let moved = LifeEvent(.addressChanged, on: day("2025-08-01"), basis: .derived)
    let listing = LedgerListing(
      [
        try line("0003", [], policy), try line("0002", [received, renamed], policy),
        try line("0001", [received, moved], policy),
      ], year: 2026, policy: policy, asOf: day("2026-11-22"))
    let lines = String(decoding: listing.document.csv(), as: UTF8.self).split(separator: "\r\n")
    let who = "見本　一郎,東京都千代田区見本町1,held"
    #expect(
      lines == [
        "code,name,address,number,received,declaration,omit,why,article,remedy,entries",
        "0001,\(who),2025-01,dependents-declaration,yes,address-changed,,,4",
        "0002,\(who),2025-01,dependents-declaration,no,name-changed,所得税法198条4項;所得税法施行規則76条の2第7項,name-changed,4",
        "0003,\(who),,,no,no-declaration,所得税法198条4項;所得税法施行規則76条の2第5項,no-declaration,4",
      ])
    #expect(listing.omitting == 1)
    let text = listing.document.text(.japanese)
    #expect(text.contains("届出書を受けて帳簿を直") && text.contains("給与所得者の配偶者控除等申告書"))
  }
  @Test("It counts, by reason, those of the ledger who have no usable number")
  func missing() throws {
    let policy = try TestPolicy.policy()
    func line(_ code: String, _ reason: NoNumberReason?, pin: Int) throws -> LedgerLine {
      let person = try TestPeople.person(code, pin: pin, holds: false) {
        $0.declarations = [try TestPeople.declaration(["tax-declarations"])]
        $0.noNumberReason = reason
      }
      let standing = try #require(policy.ledger.standing(of: person.record, year: 2026))
      return LedgerLine(person, standing, name: "見本", address: nil)
    }
    let listing = LedgerListing(
      [
        try line("0001", .refused, pin: 7), try line("0002", nil, pin: 8),
        try line("0003", .refused, pin: 9), try self.line("0004", [], policy),
      ], year: 2026, policy: policy, asOf: day("2026-11-22"))
    #expect(
      listing.missing.lines.map { "\($0.reason.english) \($0.count) \($0.toAsk)" }
        == ["refused 2 2", "not-asked 1 1"])
    #expect(listing.document.text(.japanese).contains("理由別"))
    #expect(
      String(decoding: listing.document.json(), as: UTF8.self)
        .contains(#"{"count":2,"entries":[[7,7],[9,9]],"reason":"refused","to_ask":2}"#))
  }
}
