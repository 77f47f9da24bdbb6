import MyNumberKit

/// The vault of the sample company: imported once in a process and copied for each test.
enum SampleVault {
  static let employees = VaultFixture.repository + "/Samples/employees.csv"
  private static let master = Result {
    let fixture = try VaultFixture()
    let officer = try fixture.signIn("hanako")
    try officer.importFile(employees)
    officer.vault.store.close()
    return fixture
  }

  /// A copy of its own.
  static func copy() throws -> VaultFixture { try VaultFixture(copying: try master.get()) }
}
