import Auditing
import Testing

@testable import Sealing

@Suite("The recovery file")
struct RecoveryFileTests {
  private func file() throws -> RecoveryFile {
    RecoveryFile(vault: try TestVault.vault(1), sealed: [UInt8](0..<108))
  }

  @Test("it has one text, which is read as what was written")
  func text() throws {
    let file = try file()
    let expected =
      "mynumber recovery file v1\nvault AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE\n"
      + Base64.encode([UInt8](0..<108)) + "\n"
    #expect(file.text == expected)
    #expect(try RecoveryFile(parsing: file.text) == file)
  }

  @Test(
    "another text is refused",
    arguments: [
      ("v1\n", "v2\n"), ("v1\n", "v1\r\n"), ("v1\n", "v1 \n"), ("v1\n", "v1\n\n"),
      ("mynumber", "Mynumber"), ("mynumber", "\u{FEFF}mynumber"), ("vault A", "vault  A"),
      ("vault A", "Vault A"), ("vault A", "vault "), ("vault A", "vault mynumber/A"),
      ("AQE\n", "AQE=\n"), ("AQE\n", "AQF\n"), ("AQE\n", "AQE\r\n"), ("AQE\n", "AQE \n"),
      ("AAECAwQF", "AAECAwQ"), ("AAECAwQF", ""), ("AAECAwQF", "AAECAwQFAAEC"),
      ("AAECAwQF", "AAEC AwQF"), ("AAECAwQF", "-AECAwQF"), ("AAECAwQF", "AAEC\nAwQF"),
    ])
  func otherTexts(part: String, replacement: String) throws {
    let text = try file().text
    let changed = text.replacing(part, with: replacement, maxReplacements: 1)
    try #require(changed != text)
    #expect(throws: SealingError(.malformed, doing: "read the recovery file")) {
      try RecoveryFile(parsing: changed)
    }
  }

  @Test("a text that is cut or has more at its end is refused")
  func ends() throws {
    let text = try file().text
    for count in 0..<text.count {
      #expect(throws: SealingError.self) { try RecoveryFile(parsing: String(text.prefix(count))) }
    }
    for more in ["\n", " ", "x", "\r\n", "\0"] {
      #expect(throws: SealingError.self) { try RecoveryFile(parsing: text + more) }
    }
  }
}
