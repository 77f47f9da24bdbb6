import MyNumberKit
import Testing

@testable import Custody

@Suite("No My Number stands in the employer's files")
struct EmployerNumbersTests {
  private static let head = "filing_name: 見本\ntelephone: 03-0000-0000\n"

  private func lines(_ yaml: String) -> [Int?] {
    EmployerNumbers.mistakes(inYAML: Array((Self.head + yaml).utf8)).map(\.line)
  }

  @Test(
    "A reference number of 10 or 13 digits passes, in a list of either form",
    arguments: [
      "reference_numbers: [\"0110100123\", \"\"]\n",
      "reference_numbers: [\"\", \"1234567890180\"]\n",
      "reference_numbers: ['0110100123', '1234567890180']\r\n",
      "reference_numbers:\n  - \"0110100123\"\n  - \"1234567890180\"\n",
      "reference_numbers:\n- 1234567890180\n", "reference_numbers: [\n  1234567890180]\n",
      "reference_numbers: [\"1234567890180\"] # 整理番号\n",
    ])
  func passes(yaml: String) {
    #expect(lines(yaml).isEmpty)
  }

  @Test(
    "A number passes nowhere else, comments included",
    arguments: [
      "# reference_numbers 123456789018\n", "reference_numbers: [\"123456789018\"]\n",
      "reference_numbers: [\"0110100123\"] # 123456789018\n",
      "# reference_numbers: 1234567890180\n",
      "reference_numbers: []  # 1234567890180\n", "contact: reference_numbers 123456789018\n",
      "reference_numbers: 1234-5678-9018\n", " reference_numbers: [1234567890180]\n",
      "reference_numbers: [0110100123, x 1234567890180]\n", "reference_numbers: [91234567890180]\n",
      "reference_numbers: [1234567890180, 1234567890180]\n",
      "contact: 1234567890180\n", "contact: \"1234/5678/9018\"\n", "contact: １２３４５６７８９０１８\n",
    ])
  func refused(yaml: String) {
    #expect(lines(yaml) == [3])
  }

  @Test("A number behind the list's end, or over two lines, is found")
  func places() {
    #expect(lines("reference_numbers: [x]\n  - 1234567890180\n") == [4])
    #expect(lines("reference_numbers: []\ncontact: x\n  1234567890180\n") == [5])
    #expect(lines("contact: 123456\n  789018\n") == [nil])
  }

  @Test("Designation numbers are looked at one by one, and lines of another form as they are")
  func designations() {
    func lines(_ csv: String) -> [Int?] {
      EmployerNumbers.mistakes(inDesignations: Array(csv.utf8)).map(\.line)
    }
    #expect(lines("市区町村コード,指定番号\n123456,789018\n131016,10100301\r\n").isEmpty)
    #expect(lines("コード,番号\n131016,123456789018\n") == [2])
    #expect(lines("コード,番号\n123456789018\n1234,5678,9018\n") == [2, 3])
  }

  @Test("A file with a number is not stored, and its digest is not logged")
  func stored() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("admin")
    let before = session.vault.logSize
    let yaml = Array((Self.head + "# reference_numbers 123456789018\n").utf8)
    let result = try ExitStatus { try Employer(session).set(yaml, designations: nil) }
    #expect(result.status == 65 && !result.description.contains("123456789018"), "\(result)")
    #expect(session.vault.logSize == before)
    #expect(try Employer(session).show() == nil)
  }
}
