import Secrets
import Testing

@Suite("HPKE")
struct HPKETests {
  private let vector: HPKEVector
  private let info = Array("info".utf8)
  private let place = Array("here".utf8)
  private let message = Array("a message".utf8)

  init() throws { vector = try VectorFile.load("hpke") }

  /// Randomness that begins with the published ephemeral key, once.
  private func publishedRandomness() -> RandomBytes {
    let key = vector.bytes("ephemeralPrivateKey")
    return RandomBytes { (out) throws(SecretsError) in
      for index in key.indices { out[index] = key[index] }
    }
  }

  private func code(_ body: () throws -> Void) -> SecretsError.Code? {
    #expect(throws: SecretsError.self, performing: body)?.code
  }

  @Test("seals and opens as RFC 9180 publishes")
  func published() throws {
    let raw = vector.bytes("recipientPrivateKey")
    let key = try X25519PrivateKey(rawBytes: raw.span)
    #expect(key.publicKey.bytes == vector.bytes("recipientPublicKey"))
    let (plaintext, info) = (vector.bytes("plaintext"), vector.bytes("info"))
    let place = vector.bytes("associatedData")
    let sealed = try HPKE.seal(
      plaintext.span, to: key.publicKey, info: info.span, associatedData: place.span,
      random: publishedRandomness())
    #expect(sealed.encapsulated == vector.bytes("encapsulated"))
    #expect(sealed.ciphertext == vector.bytes("ciphertext"))
    let opened = try HPKE.open(
      sealed.ciphertext.span, encapsulated: sealed.encapsulated.span, with: key,
      info: info.span, associatedData: place.span)
    #expect(opened.exposed() == plaintext)
  }

  @Test("exports as RFC 9180 publishes, on both sides")
  func publishedExports() throws {
    let (raw, info) = (vector.bytes("recipientPrivateKey"), vector.bytes("info"))
    let key = try X25519PrivateKey(rawBytes: raw.span)
    let sender = try HPKE.sender(to: key.publicKey, info: info.span, random: publishedRandomness())
    #expect(sender.encapsulated == vector.bytes("encapsulated"))
    let recipient = try HPKE.recipient(
      encapsulated: sender.encapsulated.span, with: key, info: info.span)
    #expect(vector.exports.count == 3)
    for export in vector.exports {
      let (context, output) = (try export.bytes("context"), try export.bytes("output"))
      let count = try export.number("count")
      #expect(try sender.exporter.export(context.span, count: count).exposed() == output)
      #expect(try recipient.export(context.span, count: count).exposed() == output)
    }
  }

  @Test("opens nothing that was changed, moved, or sealed to another")
  func refusesChanges() throws {
    let random = RandomBytes()
    let key = try X25519PrivateKey(random: random)
    let other = try X25519PrivateKey(random: random)
    let sealed = try HPKE.seal(
      message.span, to: key.publicKey, info: info.span, associatedData: place.span,
      random: random)
    let (encapsulated, ciphertext) = (sealed.encapsulated, sealed.ciphertext)
    let attempts: [(enc: [UInt8], ct: [UInt8], info: [UInt8], place: [UInt8])] = [
      (encapsulated, ciphertext, info.flipped(at: 0), place),
      (encapsulated, ciphertext, info, place.flipped(at: 0)),
      (encapsulated, ciphertext, info, []), (encapsulated, ciphertext, [], place),
      (encapsulated, ciphertext.dropLast(), info, place),
      (encapsulated, ciphertext + [0], info, place),
      (encapsulated.flipped(at: 7), ciphertext, info, place),
    ]
    for attempt in attempts {
      #expect(
        code {
          _ = try HPKE.open(
            attempt.ct.span, encapsulated: attempt.enc.span, with: key, info: attempt.info.span,
            associatedData: attempt.place.span)
        } == .authenticationFailed)
    }
    for index in ciphertext.indices {
      let changed = ciphertext.flipped(at: index)
      #expect(
        code {
          _ = try HPKE.open(
            changed.span, encapsulated: encapsulated.span, with: key, info: info.span,
            associatedData: place.span)
        } == .authenticationFailed)
    }
    #expect(
      code {
        _ = try HPKE.open(
          ciphertext.span, encapsulated: encapsulated.span, with: other, info: info.span,
          associatedData: place.span)
      } == .authenticationFailed)
  }

  @Test("gives other exports for another key, info or context")
  func separatesExports() throws {
    let random = RandomBytes()
    let key = try X25519PrivateKey(random: random)
    let other = try X25519PrivateKey(random: random)
    let sender = try HPKE.sender(to: key.publicKey, info: info.span, random: random)
    let expected = try sender.exporter.export(place.span, count: 32).exposed()
    let encapsulated = sender.encapsulated
    let right = try HPKE.recipient(encapsulated: encapsulated.span, with: key, info: info.span)
    #expect(try right.export(place.span, count: 32).exposed() == expected)
    #expect(try right.export(info.span, count: 32).exposed() != expected)
    let wrongInfo = try HPKE.recipient(
      encapsulated: encapsulated.span, with: key, info: place.span)
    #expect(try wrongInfo.export(place.span, count: 32).exposed() != expected)
    let wrongKey = try HPKE.recipient(
      encapsulated: encapsulated.span, with: other, info: info.span)
    #expect(try wrongKey.export(place.span, count: 32).exposed() != expected)
  }

  @Test("refuses points of small order", arguments: try VectorFile.cases("x25519-small-order"))
  func refusesSmallOrder(vector: VectorCase) throws {
    let random = RandomBytes()
    let point = try X25519PublicKey(vector.bytes("publicKey"))
    let key = try X25519PrivateKey(random: random)
    #expect(
      code {
        _ = try HPKE.seal(
          message.span, to: point, info: info.span, associatedData: place.span, random: random)
      } == .badKey)
    #expect(code { _ = try HPKE.sender(to: point, info: info.span, random: random) } == .badKey)
    let bytes = point.bytes
    let ciphertext = [UInt8](repeating: 0, count: 40)
    #expect(
      code {
        _ = try HPKE.open(
          ciphertext.span, encapsulated: bytes.span, with: key, info: info.span,
          associatedData: place.span)
      } == .badKey)
    #expect(
      code {
        _ = try HPKE.recipient(encapsulated: bytes.span, with: key, info: info.span)
      } == .badKey)
  }

  @Test("refuses keys and exports of other lengths", arguments: [0, 31, 33])
  func refusesLengths(count: Int) throws {
    let key = try X25519PrivateKey(random: RandomBytes())
    let bytes = [UInt8](repeating: 7, count: count)
    #expect(code { _ = try X25519PublicKey(bytes) } == .badLength)
    #expect(code { _ = try X25519PrivateKey(rawBytes: bytes.span) } == .badLength)
    #expect(
      code {
        _ = try HPKE.recipient(encapsulated: bytes.span, with: key, info: info.span)
      } == .badLength)
    let sender = try HPKE.sender(to: key.publicKey, info: info.span, random: RandomBytes())
    for count in [0, -1, 8161] {
      #expect(code { _ = try sender.exporter.export(place.span, count: count) } == .badLength)
    }
  }

  @Test("refuses a ciphertext shorter than a tag", arguments: [0, 15])
  func refusesStumps(count: Int) throws {
    let key = try X25519PrivateKey(random: RandomBytes())
    let (stump, peer) = ([UInt8](repeating: 0, count: count), key.publicKey.bytes)
    #expect(
      code {
        _ = try HPKE.open(
          stump.span, encapsulated: peer.span, with: key, info: info.span,
          associatedData: place.span)
      } == .badLength)
  }

  @Test("raw bytes of a private key make the same key again")
  func rawBytes() throws {
    let key = try X25519PrivateKey(random: RandomBytes())
    let again = try key.withRawBytes { (raw) throws(SecretsError) in
      try X25519PrivateKey(rawBytes: raw)
    }
    #expect(again.publicKey == key.publicKey)
  }
}
