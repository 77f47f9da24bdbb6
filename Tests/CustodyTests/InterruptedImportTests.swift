import Foundation
import MyNumberKit
import Testing

@Suite("An import that is killed")
struct InterruptedImportTests {
  /// Enough rows that randomness for the entries is drawn again while they are inserted.
  private static let count = 700

  @Test(
    "killed among its inserts, before the commit, it leaves a vault that opens, with nobody in it")
  func killed() async throws {
    let fixture = try VaultFixture()
    let file = try fixture.folder.write(Self.rows(), as: "people.csv")
    let folder = fixture.path
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [folder = folder as String, file = file as String] in
      var isArmed = false
      let journal = folder + "/vault.sqlite-journal"
      let system = RandomBytes()
      let random = RandomBytes { span throws(SecretsError) in
        // The journal stands while rows are being inserted and before they are durable.
        if isArmed && FileManager.default.fileExists(atPath: journal) { kill(getpid(), SIGKILL) }
        try system.fill(&span)
      }
      let vault = try VaultOpening.open(
        try SQLiteVaultStore.open(folder: folder),
        environment: VaultEnvironment(now: { VaultFixture.noon }, random: random))
      let session = try SignIn(vault).session(
        user: "hanako", passphrase: VaultFixture.passphrase("hanako"))
      isArmed = true
      try session.importFile(file)
    }
    #expect(FileManager.default.fileExists(atPath: folder + "/vault.sqlite-journal"))
    let vault = try fixture.open()
    #expect(try vault.store.personCount() == 0)
    for table in ["k.wraps", "k.lockboxes", "main.numbers", "main.evidence"] {
      #expect(try fixture.texts("SELECT count(*) FROM \(table)") == ["0"])
    }
    vault.store.close()
    let session = try fixture.signIn("hanako")
    #expect(try session.importFile(file).added == Self.count)
  }

  /// People with invented numbers that have a right check digit.
  private static func rows() -> String {
    var text = "社員番号,氏名,個人番号,番号確認書類,身元確認書類,確認方法,確認日\n"
    for index in 0..<count {
      let eleven = Array(String(10_000_000_000 + 7_919 * index).utf8)
      let digit = MyNumber.checkDigit(of: eleven.span) ?? 0
      let number = String(decoding: eleven + [digit], as: UTF8.self)
      text += "B\(index),試験,\(number),個人番号カード,個人番号カード,対面,2026-04-01\n"
    }
    return text
  }
}
