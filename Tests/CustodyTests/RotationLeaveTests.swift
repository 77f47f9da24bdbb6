import Foundation
import MyNumberKit
import Testing

@testable import Auditing
@testable import Custody
@testable import Sealing

@Suite("Who gets a rotated key, and what lets it be carried over")
struct RotationLeaveTests {
  private static let key = RotationFixture.key

  @Test("a holder whose roles allow the key no more by the policy is left out")
  func leftOut() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("admin")
    try Users(session).add(
      "kenji", roles: [RoleID("hr"), RoleID("accountant")],
      passphrase: VaultFixture.passphrase("kenji"), recovery: try fixture.openRecovery(session))
    // The tax key goes from the accountants to human resources.
    let files = try VaultFixture.policy().files.map { file in
      guard file.name == "roles.yaml" else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      let moved = text.replacing("keys: [roster, tax-withholding, ", with: "keys: [roster, ")
        .replacing("keys: [roster, evidence, ", with: "keys: [roster, evidence, tax-withholding, ")
      #expect(moved.utf8.count == text.utf8.count)
      return PolicyBundle.File(name: file.name, bytes: Array(moved.utf8))
    }
    try PolicyChange(session).update(to: PolicyBundle(files: files))
    session.close()
    let done = try fixture.rotate(by: "kenji")
    #expect(done.leftOut == ["keiko"])
    let vault = try fixture.open()
    let holders = vault.authority.holders(of: Self.key).map(\.name)
    #expect(holders == ["kenji"])
    vault.store.close()
    // The control: of a key that the role still has, they get the new half.
    #expect(try fixture.rotate("tax-declarations", by: "kenji").leftOut.isEmpty)
    let again = try fixture.open()
    #expect(again.authority.holders(of: "tax-declarations").map(\.name) == ["keiko", "kenji"])
    again.store.close()
  }

  @Test("the leave is there while the log has begun a rotation and not ended it, and lets no more")
  func turn() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("keiko")
    #expect(session.vault.authority.turn(of: Self.key) == nil)
    let transaction = try Transaction(session.vault, touchesKeys: true)
    let hand = KeyHand(session)
    let held = try hand.makeGeneration(of: Self.key, under: hand.entry("key"), in: transaction)
    try transaction.seal(held, to: session.account.id)
    try transaction.finish(signedBy: session.secrets.signer)
    let turn = try #require(session.vault.authority.turn(of: Self.key))
    #expect(turn.key.generation == 2 && !turn.reseals)
    let person = try session.vault.requirePerson(try PersonCode("0003"))
    let object = SealedObject(person: person.record.id, kind: .number, version: 1)
    let declaration = try #require(person.record.declarations.last?.id)
    let other = try #require(session.vault.authority.key("tax-declarations"))
    let random = session.vault.environment.random
    let sealer = try CollectionSealer(vault: session.vault.id, random: random)
    let missing = [
      try missing {
        _ = try session.opener.rewrap(
          object, row: person.row, by: turn, to: WrapTarget(key: other, declaration: declaration),
          with: sealer)
      },
      try missing {
        _ = try session.opener.reseal(
          object, row: person.row, by: turn,
          to: [WrapTarget(key: turn.key, declaration: declaration)], with: sealer)
      },
    ]
    #expect(missing == [true, true])
    session.close()
    #expect(try fixture.rotate().isResumed)
    #expect(try fixture.open().authority.turn(of: Self.key) == nil)
  }

  private func missing(_ body: () throws -> Void) throws -> Bool {
    do {
      try body()
      return false
    } catch let error as SealingError {
      return error.code == .missing
    }
  }
}
