import Auditing
import Secrets

/// Key pairs that are the same in every run.
final class TestUser {
  let id: String
  let signer: Signer
  let sealing: X25519PrivateKey

  init(_ id: String, seed: UInt8) throws {
    self.id = id
    let raw = [UInt8](repeating: seed, count: 32)
    signer = Signer(id: id, key: try Ed25519PrivateKey(rawBytes: raw.span))
    sealing = try X25519PrivateKey(rawBytes: raw.span)
  }

  var publicKeys: PublicKeys {
    PublicKeys(ed25519: signer.key.publicKey, x25519: sealing.publicKey)
  }
}
