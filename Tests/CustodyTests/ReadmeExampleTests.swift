import Foundation
import MyNumberKit
import Testing

@Suite("The README's example")
struct ReadmeExampleTests {
  @Test("compiles and reads one number")
  func example() throws {
    let fixture = try VaultFixture()
    let officer = try fixture.signIn("hanako")
    try officer.importFile(VaultFixture.repository + "/Samples/employees-cp932.csv")
    officer.vault.store.close()
    let folder = fixture.path
    let clock = { VaultFixture.noon }
    let passphrase = VaultFixture.passphrase("keiko")
    var slip: [UInt8] = []
    // README begins
    let store = try SQLiteVaultStore.open(folder: folder, keysFolder: nil)
    let vault = try VaultOpening.open(store, environment: VaultEnvironment(now: clock))
    let session = try SignIn(vault).session(user: "keiko", passphrase: passphrase)
    let query = NumberQuery(
      code: try PersonCode("0003"), form: FormCopyID("withholding-slip-municipality"),
      reason: "源泉徴収票", incomeYear: 2025)
    try Gate(session).read(query) { number in
      number.withDigits { digits in
        for place in digits.indices { slip.append(digits[place]) }
      }
    }
    // README ends
    #expect(slip.count == 12)
    #expect(slip.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    store.close()
  }

  @Test("is the text that the README shows")
  func sameText() throws {
    let readme = try String(
      contentsOf: URL(filePath: VaultFixture.repository + "/README.md"), encoding: .utf8)
    let shown = try #require(Self.between("```swift\nimport MyNumberKit\n\n", "```\n", in: readme))
    let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let tested = try #require(
      Self.between("    // README begins\n", "    // README ends\n", in: source))
    let lines = tested.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(shown == lines.map { $0.dropFirst(4) }.joined(separator: "\n"))
  }

  /// What stands between two texts, the first time they do.
  private static func between(_ start: String, _ end: String, in text: String) -> String? {
    guard let first = text.range(of: start),
      let last = text.range(of: end, range: first.upperBound..<text.endIndex)
    else { return nil }
    return String(text[first.upperBound..<last.lowerBound])
  }
}
