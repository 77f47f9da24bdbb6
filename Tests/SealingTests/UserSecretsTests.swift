import Auditing
import Secrets
import Testing

@testable import Sealing

@Suite("Users' private keys under a passphrase")
struct UserSecretsTests {
  /// What one sign-in found.
  private func failure(
    _ sealed: [UInt8], _ passphrase: String = "正しい合言葉を十二文字以上", user: String = "u3",
    vault: UInt8 = 1, expecting keys: PublicKeys
  ) throws -> SealingError.Code? {
    let vault = try TestVault.vault(vault)
    let passphrase = SecretBytes(copying: Array(passphrase.utf8).span)
    do throws(SealingError) {
      _ = try UserSecrets.open(
        sealed, under: passphrase, user: user, vault: vault, expecting: keys)
      return nil
    } catch {
      return error.code
    }
  }

  // One test, since each derivation takes a third of a second on purpose.
  @Test("the passphrase opens them, for their user, vault and public halves alone")
  func opens() throws {
    let random = RandomBytes()
    let secrets = try UserSecrets(id: "u3", random: random)
    let keys = secrets.publicKeys
    let others = try UserSecrets(id: "u3", random: random).publicKeys
    let passphrase = SecretBytes(copying: Array("正しい合言葉を十二文字以上".utf8).span)
    let sealed = try secrets.seal(
      under: passphrase, vault: try TestVault.vault(1), random: random)
    #expect(sealed.count == 108)
    #expect(try failure(sealed, expecting: keys) == nil)
    #expect(try failure(sealed, "正しい合言葉を十二文字以下", expecting: keys) == .wrongPassphrase)
    #expect(try failure(sealed, user: "u4", expecting: keys) == .wrongPassphrase)
    #expect(try failure(sealed, vault: 2, expecting: keys) == .wrongPassphrase)
    #expect(try failure(sealed, expecting: others) == .wrongPrivateHalf)
    let halves = [
      PublicKeys(ed25519: keys.ed25519, x25519: others.x25519),
      PublicKeys(ed25519: others.ed25519, x25519: keys.x25519),
    ]
    for half in halves {
      #expect(try failure(sealed, expecting: half) == .wrongPrivateHalf)
    }
    for place in [0, 16, 28, 107] {
      var altered = sealed
      altered[place] ^= 1
      #expect(try failure(altered, expecting: keys) == .wrongPassphrase, "byte \(place)")
    }
    for count in [0, 16, 107] {
      #expect(try failure(Array(sealed.prefix(count)), expecting: keys) == .malformed)
    }
    #expect(try failure(sealed + [0], expecting: keys) == .malformed)
  }

  @Test(
    "a passphrase of fewer than twelve characters is refused, however many bytes it has",
    arguments: ["", "elevenchars", "合言葉は十一文字です。"])
  func short(passphrase: String) throws {
    let random = RandomBytes()
    let secrets = try UserSecrets(id: "u3", random: random)
    let bytes = SecretBytes(copying: Array(passphrase.utf8).span)
    let vault = try TestVault.vault(1)
    #expect(throws: SealingError(.passphraseTooShort, doing: "set a passphrase")) {
      _ = try secrets.seal(under: bytes, vault: vault, random: random)
    }
  }
}
