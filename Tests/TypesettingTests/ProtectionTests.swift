import TestSupport
import Testing

@testable import Typesetting

@Suite("Encryption of documents")
struct ProtectionTests {
  private func protect(_ word: String, _ pdf: [UInt8]) throws -> [UInt8] {
    let bytes = Array(word.utf8) + [0]
    return try ProtectedPDF.protect(pdf, passphrase: bytes.span)
  }

  @Test("a protected document opens with its passphrase alone, by AES-256")
  func opens() throws {
    let pdf = try protect("correct horse", Sheet.draw("源泉徴収票"))
    #expect(try Poppler.text(pdf, passphrase: "correct horse").trimmed == "源泉徴収票")
    #expect(try Poppler.text(pdf, passphrase: "wrong horse").isEmpty)
    #expect(try Poppler.text(pdf).isEmpty)
    #expect(try Poppler.encryption(pdf, passphrase: "correct horse").contains("AESv3"))
  }

  @Test(
    "a passphrase that is none is refused",
    arguments: ["", "パスフレーズ", "tab\there", String(repeating: "x", count: 128)])
  func refused(word: String) throws {
    let pdf = try Sheet.draw("源泉徴収票")
    #expect(throws: TypesettingError.badPassphrase) { _ = try protect(word, pdf) }
  }

  @Test("what is no PDF is refused")
  func noDocument() throws {
    #expect(throws: TypesettingError.self) { _ = try protect("correct horse", [1, 2, 3]) }
  }
}
