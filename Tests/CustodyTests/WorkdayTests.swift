import MyNumberKit
import Testing

@Suite("The users' day", .serialized)
struct WorkdayTests {
  @Test("the sample company is imported, read for its purposes and nothing else")
  func sampleCompany() throws {
    let fixture = try VaultFixture()
    let officer = try fixture.signIn("hanako")
    let summary = try officer.importFile(VaultFixture.repository + "/Samples/employees-cp932.csv")
    #expect(summary.added == 52)
    let again = try officer.importFile(VaultFixture.repository + "/Samples/employees.csv")
    #expect(!again.changed)
    officer.vault.store.close()

    let accountant = try fixture.signIn("keiko")
    let query = NumberQuery(
      code: try PersonCode("0003"), form: FormCopyID("withholding-slip-municipality"),
      reason: "源泉徴収票", incomeYear: 2025)
    let count = try Gate(accountant).read(query) { number in number.withDigits { $0.count } }
    #expect(count == 12)
  }
}
