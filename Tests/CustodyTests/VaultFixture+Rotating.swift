import MyNumberKit
import Testing

@testable import Custody

extension VaultFixture {
  func openRecovery(_ session: Session) throws -> Recovery {
    try Recovery(recovery, of: session.vault, passphrase: Self.passphrase("recovery"))
  }

  /// Rotates a key in small batches, in a session of its own.
  @discardableResult
  func rotate(
    _ key: String = RotationFixture.key, by user: String = "keiko", reseal: Bool = false
  ) throws -> KeyRotation.Outcome {
    let session = try signIn(user)
    defer { session.close() }
    return try KeyRotation(session, batchSize: 20).rotate(key, reseal: reseal)
  }

  /// Reads a number of the sample in a session of its own and holds it against the sample.
  func read(
    as user: String, _ code: String = "0003", _ form: String = "withholding-slip-municipality"
  ) throws -> ExitStatus {
    let session = try signIn(user)
    defer { session.close() }
    return try ExitStatus {
      let digits = try session.digits(code, form)
      #expect(String(decoding: digits, as: UTF8.self) == (try SampleNumbers.number(of: code)))
    }
  }

  /// Everything is as the log records it.
  func expectSound() throws {
    let vault = try open()
    #expect(try VaultExamination(vault).problems.isEmpty)
    vault.store.close()
  }
}
