import Filings
import Numbers
import Testing

@Suite("The employer file")
struct EmployerTests {
  private func employer(
    _ yaml: String, designations: String? = nil
  ) throws -> FilingEmployer {
    try FilingEmployer(
      yaml: Array(yaml.utf8), payer: .corporation(CorporateNumber("5835678256246"))
    ) { _ in designations.map { Array($0.utf8) } }
  }

  private let sound = "filing_name: 見本（株）\naddress: 東京都千代田区1-1\ntelephone: 03-0000-0000\n"

  @Test("the sample is read whole")
  func sample() throws {
    let employer = try Fixture.employer()
    #expect(employer.filingName == "サンプル食品（株）")
    #expect(employer.referenceNumbers == ["0110100123", ""])
    #expect(employer.designations["131016"] == "10100301")
    #expect(employer.offices.map(\.code) == ["001", "002"])
    #expect(employer.offices[0].pension?.symbol == "ｹｲﾄ")
  }

  @Test("values are folded to the width of forms")
  func folds() throws {
    #expect(try employer(sound).address == "東京都千代田区１－１")
  }

  @Test("mistakes are listed with their lines")
  func mistakes() throws {
    let bad =
      "filing_name: 見本㈱\ntelephone: 電話\nfax: 1\nreference_numbers: [\"12\"]\naddress: 東京都\n"
    let found = try Fixture.mistakes { _ = try employer(bad) }
    #expect(found.map(\.line) == [1, 2, 3, 4])
    #expect(try Fixture.mistakes { _ = try employer("address: 東京都\n") }.map(\.rule) == [.required])
  }

  @Test(
    "what is no employer file is refused",
    arguments: [
      "", "- a\n", "a: [", "a: &x [1]\nb: *x\n", "a: &x [1]\rb: *x\r", "a: 1\u{2028}b: 2\n",
      String(repeating: "[", count: 40),
      String(repeating: "- ", count: 40) + "x", String(repeating: "#", count: 70_000),
    ])
  func malformed(yaml: String) throws {
    #expect(try Fixture.mistakes { _ = try employer(yaml) }.count >= 1)
  }

  @Test("bad designations are listed, and a file that is not there is a mistake")
  func designations() throws {
    let yaml = sound + "designations: d.csv\n"
    #expect(try employer(yaml, designations: "コード,番号\n131016,1\n").designations.count == 1)
    let bad = "コード,番号\r\n131017,1\r\n131016,\r\n131016,1,2\r\n"
    #expect(
      try Fixture.mistakes { _ = try employer(yaml, designations: bad) }.map(\.line) == [2, 3, 4])
    #expect(try Fixture.mistakes { _ = try employer(yaml) }.count == 1)
  }
}
