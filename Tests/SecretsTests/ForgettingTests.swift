import Secrets
import TestSupport
import Testing

@Suite("Forgetting")
struct ForgettingTests {
  /// A scan whose pattern is the bytes of a fresh secret key.
  private func plantedKey(_ memory: ProcessMemory) throws -> SecretBytes {
    let key = try RandomBytes().secret(memory.patternCount)
    key.withSpan { key in
      memory.withPattern { pattern in
        for index in key.indices { pattern[index] = key[index] }
      }
    }
    return key
  }

  @Test("random bytes leave the block they were handed out from")
  func random() throws {
    let memory = try ProcessMemory()
    let key = try plantedKey(memory)
    #expect(try memory.occurrences() == 1)
    _ = consume key
  }

  @Test("an AES-GCM context keeps nothing of a key it was told to forget")
  func cipher() throws {
    let memory = try ProcessMemory()
    let key = try plantedKey(memory)
    var cipher = try AESGCM()
    var sealed = [UInt8](repeating: 0, count: 12 + AESGCM.overhead)
    var out = sealed.mutableSpan
    let plaintext = [UInt8](repeating: 0x31, count: 12)
    try key.withSpan { key in
      try cipher.seal(
        plaintext.span, key: key, nonce: plaintext.span, associatedData: plaintext.span,
        into: &out)
    }
    try cipher.forgetKey()
    #expect(try memory.occurrences() == 1)
    _ = consume cipher
    _ = consume key
    #expect(try memory.occurrences() == 0)
  }

  @Test("an HMAC context keeps nothing of a key it was told to forget")
  func mac() throws {
    let memory = try ProcessMemory()
    let key = try plantedKey(memory)
    var mac = try HMACSHA256()
    var code = [UInt8](repeating: 0, count: 32)
    var out = code.mutableSpan
    try key.withSpan { key in try mac.authenticate(key, key: key, into: &out) }
    try mac.forgetKey()
    #expect(try memory.occurrences() == 1)
    _ = consume mac
    _ = consume key
    #expect(try memory.occurrences() == 0)
  }

  @Test("private keys leave nothing in memory when they go")
  func privateKeys() throws {
    let memory = try ProcessMemory()
    do {
      let raw = try plantedKey(memory)
      try raw.withSpan { raw in
        _ = try Ed25519PrivateKey(rawBytes: raw).sign(raw)
        let key = try X25519PrivateKey(rawBytes: raw)
        let sealed = try HPKE.seal(
          raw, to: key.publicKey, info: raw, associatedData: raw, random: RandomBytes())
        let opened = try HPKE.open(
          sealed.ciphertext.span, encapsulated: sealed.encapsulated.span, with: key, info: raw,
          associatedData: raw)
        let isEqual = opened.isEqual(to: raw)
        #expect(isEqual)
      }
    }
    #expect(try memory.occurrences() == 0)
  }
}
