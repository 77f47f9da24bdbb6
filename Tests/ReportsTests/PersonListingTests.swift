import Auditing
import People
import Reports
import Testing

@Suite("Person listing")
struct PersonListingTests {
  private func listing(named: Bool) throws -> PersonListing {
    let lines = try [
      PersonLine(
        TestPeople.person("0002-1", pin: 5, kind: .family, verification: .employeeDuty) {
          $0.relationship = .spouse
        }, name: named ? "見本 花" : nil),
      PersonLine(
        TestPeople.person("0002", pin: 4, verification: TestPeople.verified) {
          $0.declarations = [try TestPeople.declaration(["tax-withholding", "health-pension"])]
        }),
      PersonLine(
        TestPeople.person("0010", pin: 6, holds: false) { $0.noNumberReason = .unreachable }),
    ]
    return PersonListing(lines, policy: try TestPolicy.policy(), asOf: day("2026-11-22"))
  }

  @Test("People are listed by code, dependents after their employee")
  func order() throws {
    #expect(try listing(named: false).lines.map(\.summary.code.text) == ["0002", "0002-1", "0010"])
  }

  @Test("A number is held or a reason is given, never the number")
  func csv() throws {
    let bytes = try listing(named: false).document.csv()
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
    #expect(
      lines == [
        "code,name,kind,relationship,number,reason,asking,verification,rule,purposes,entries",
        "0002,,employee,,held,,,verified,card,health-pension;tax-withholding,4",
        "0002-1,,family,spouse,held,,,employee-duty,,tax-withholding,5",
        "0010,,employee,,none,unreachable,unrecorded,,,,6",
      ])
  }

  @Test("A name is in it only if the caller gives one")
  func names() throws {
    let bare = try listing(named: false).document
    let named = try listing(named: true).document
    #expect(!bare.text(.japanese).contains("氏名"))
    #expect(!String(decoding: bare.json(), as: UTF8.self).contains("\"name\""))
    #expect(named.text(.japanese).contains("見本 花"))
    #expect(String(decoding: named.json(), as: UTF8.self).contains("\"name\":\"見本 花\""))
  }

  @Test("An empty vault gives an empty list")
  func empty() throws {
    let document = PersonListing([], policy: try TestPolicy.policy(), asOf: day("2026-11-22"))
      .document
    #expect(document.text(.japanese).contains("該当なし"))
    #expect(
      document.json()
        == Array(
          "{\"format\":\"mynumber-person-listing-1\",\"lines\":[],\"missing\":[],\"people\":0}\n"
            .utf8))
  }
}
