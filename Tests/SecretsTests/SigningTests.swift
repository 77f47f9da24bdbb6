import Secrets
import Testing

@Suite("Ed25519")
struct SigningTests {
  @Test("judges published signatures as published", arguments: try VectorFile.cases("ed25519"))
  func judges(vector: VectorCase) throws {
    let key = try Ed25519PublicKey(vector.bytes("publicKey"))
    let (signature, message) = (try vector.bytes("signature"), try vector.bytes("message"))
    let isValid = try key.isValid(signature: signature.span, for: message.span)
    #expect(try isValid == (vector.text("result") == "valid"))
  }

  @Test("signs as published", arguments: try VectorFile.cases("ed25519-signing"))
  func signs(vector: VectorCase) throws {
    let (raw, message) = (try vector.bytes("privateKey"), try vector.bytes("message"))
    let key = try Ed25519PrivateKey(rawBytes: raw.span)
    #expect(try key.publicKey.bytes == vector.bytes("publicKey"))
    #expect(try key.sign(message.span) == vector.bytes("signature"))
  }

  @Test("a fresh key signs what only its public half accepts")
  func fresh() throws {
    let random = RandomBytes()
    let key = try Ed25519PrivateKey(random: random)
    let other = try Ed25519PrivateKey(random: random)
    let message = Array("message".utf8)
    let signature = try key.sign(message.span)
    #expect(try key.publicKey.isValid(signature: signature.span, for: message.span))
    #expect(try !other.publicKey.isValid(signature: signature.span, for: message.span))
    for index in message.indices {
      let changed = message.flipped(at: index)
      #expect(try !key.publicKey.isValid(signature: signature.span, for: changed.span))
    }
    for index in signature.indices {
      let changed = signature.flipped(at: index)
      #expect(try !key.publicKey.isValid(signature: changed.span, for: message.span))
    }
  }

  @Test("its raw bytes make the same key again")
  func rawBytes() throws {
    let key = try Ed25519PrivateKey(random: RandomBytes())
    let again = try key.withRawBytes { (raw) throws(SecretsError) in
      try Ed25519PrivateKey(rawBytes: raw)
    }
    #expect(again.publicKey == key.publicKey)
  }

  @Test("refuses keys of other lengths", arguments: [0, 31, 33, 64])
  func refusesLengths(count: Int) {
    let bytes = [UInt8](repeating: 1, count: count)
    let byPublic = #expect(throws: SecretsError.self) { _ = try Ed25519PublicKey(bytes) }
    #expect(byPublic?.code == .badLength)
    let byPrivate = #expect(throws: SecretsError.self) {
      _ = try Ed25519PrivateKey(rawBytes: bytes.span)
    }
    #expect(byPrivate?.code == .badLength)
  }
}
