import Foundation
import MyNumberKit
import Testing

/// A vault whose policy asks for a second entry, or a check, with two people collected by HR.
struct SecondEntryFixture {
  static let one = "858319664372"
  static let two = "487861614707"

  private static let people = """
    社員番号,氏名,入社日,個人番号,番号確認書類,身元確認書類,確認方法,確認日
    E1,試験　一,2024-04-01,\(one),個人番号カード,個人番号カード,対面,2024-04-01
    E2,試験　二,2024-04-01,\(two),個人番号カード,個人番号カード,対面,2024-04-01

    """

  let vault: VaultFixture

  init(_ rule: String = "blind") throws {
    vault = try VaultFixture()
    let administrator = try vault.signIn("admin")
    try PolicyChange(administrator).update(to: try Self.policy(rule))
    administrator.close()
    let officer = try vault.signIn("hanako")
    #expect(
      try officer.importFile(try vault.folder.write(Self.people, as: "people.csv")).added == 2)
    officer.close()
  }

  /// The default policy with another rule of second entry.
  static func policy(_ rule: String) throws -> PolicyBundle {
    try PolicyBundle(
      files: VaultFixture.policy().files.map { file in
        guard file.name == "collection.yaml" else { return file }
        let text = String(decoding: file.bytes, as: UTF8.self)
          .replacing("rule: none", with: "rule: \(rule)")
        return PolicyBundle.File(name: file.name, bytes: Array(text.utf8))
      })
  }

  /// Enters numbers a second time from a file.
  @discardableResult
  func confirm(_ session: Session, _ rows: String) throws -> Int {
    let path = try vault.folder.write("社員番号,家族番号,個人番号\n\(rows)\n", as: "again.csv")
    let handle = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? handle.close() }
    return try NumberConfirmation(session).confirm(
      descriptor: handle.fileDescriptor, name: "again.csv")
  }

  /// Enters a number again as the accountant, and looks at it with the accountant's keys.
  func entered(_ code: String, _ number: String) throws -> Session {
    let session = try vault.signIn("keiko")
    #expect(try confirm(session, "\(code),,\(number)") == 1)
    return session
  }
}
