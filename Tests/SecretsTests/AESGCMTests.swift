import Secrets
import Testing

@Suite("AES-256-GCM")
struct AESGCMTests {
  private let key = [UInt8](0..<32)
  private let nonce = [UInt8](100..<112)
  private let place = Array("here".utf8)
  private let message = Array("123456789018".utf8)

  private func seal(_ plaintext: [UInt8], with cipher: inout AESGCM) throws -> [UInt8] {
    var sealed = [UInt8](repeating: 0, count: plaintext.count + AESGCM.overhead)
    var out = sealed.mutableSpan
    try cipher.seal(
      plaintext.span, key: key.span, nonce: nonce.span, associatedData: place.span, into: &out)
    return sealed
  }

  /// Opens into a buffer of nines, and gives the buffer whatever came of it.
  private func open(
    _ sealed: [UInt8], key: [UInt8], place: [UInt8], into buffer: inout [UInt8],
    with cipher: inout AESGCM
  ) throws(SecretsError) {
    var out = buffer.mutableSpan
    try cipher.open(sealed.span, key: key.span, associatedData: place.span, into: &out)
  }

  @Test("gives the published result", arguments: try VectorFile.cases("aes-256-gcm"))
  func published(vector: VectorCase) throws {
    var cipher = try AESGCM()
    let (key, nonce) = (try vector.bytes("key"), try vector.bytes("nonce"))
    let place = try vector.bytes("associatedData")
    let plaintext = try vector.bytes("plaintext")
    let expected = try nonce + vector.bytes("ciphertext") + vector.bytes("tag")
    var opened = [UInt8](repeating: 9, count: plaintext.count)
    guard try vector.text("result") == "valid" else {
      #expect(throws: SecretsError.self) {
        try open(expected, key: key, place: place, into: &opened, with: &cipher)
      }
      #expect(opened.allSatisfy { $0 == 0 })
      return
    }
    try open(expected, key: key, place: place, into: &opened, with: &cipher)
    #expect(opened == plaintext)
    var sealed = [UInt8](repeating: 0, count: expected.count)
    var out = sealed.mutableSpan
    try cipher.seal(
      plaintext.span, key: key.span, nonce: nonce.span, associatedData: place.span, into: &out)
    #expect(sealed == expected)
  }

  @Test("goes back and forth between sealing and opening on one context")
  func alternates() throws {
    var cipher = try AESGCM()
    for count in [0, 1, 12, 15, 16, 17, 4096, 0, 12] {
      let plaintext = [UInt8](repeating: UInt8(count & 0xff), count: count)
      let sealed = try seal(plaintext, with: &cipher)
      var opened = [UInt8](repeating: 9, count: count)
      try open(sealed, key: key, place: place, into: &opened, with: &cipher)
      #expect(opened == plaintext)
      try cipher.forgetKey()
    }
  }

  @Test("refuses a change of any byte, and wipes the output")
  func refusesChanges() throws {
    var cipher = try AESGCM()
    let sealed = try seal(message, with: &cipher)
    for index in sealed.indices {
      var out = [UInt8](repeating: 9, count: message.count)
      let error = #expect(throws: SecretsError.self) {
        try open(sealed.flipped(at: index), key: key, place: place, into: &out, with: &cipher)
      }
      #expect(error?.code == .authenticationFailed)
      #expect(out.allSatisfy { $0 == 0 })
    }
  }

  @Test("refuses another key, another place, and a value cut short or made longer")
  func refusesOthers() throws {
    var cipher = try AESGCM()
    let sealed = try seal(message, with: &cipher)
    let attempts: [(sealed: [UInt8], key: [UInt8], place: [UInt8])] = [
      (sealed, key.flipped(at: 31), place), (sealed, key, place.flipped(at: 0)),
      (sealed, key, place + [0]), (sealed, key, []), (sealed.dropLast(), key, place),
      (sealed + [0], key, place), (Array(sealed.dropFirst()), key, place),
    ]
    for attempt in attempts {
      var out = [UInt8](repeating: 9, count: attempt.sealed.count - AESGCM.overhead)
      let error = #expect(throws: SecretsError.self) {
        try open(
          attempt.sealed, key: attempt.key, place: attempt.place, into: &out, with: &cipher)
      }
      #expect(error?.code == .authenticationFailed)
      #expect(out.allSatisfy { $0 == 0 })
    }
    var out = [UInt8](repeating: 0, count: message.count)
    try open(sealed, key: key, place: place, into: &out, with: &cipher)
    #expect(out == message)
  }

  @Test("refuses lengths that are not the algorithm's when sealing", arguments: [0, 16, 31, 33])
  func refusesKeyLengths(count: Int) throws {
    var cipher = try AESGCM()
    let wrong = [UInt8](repeating: 1, count: count)
    var buffer = [UInt8](repeating: 0, count: message.count + AESGCM.overhead)
    var out = buffer.mutableSpan
    let byKey = #expect(throws: SecretsError.self) {
      try cipher.seal(
        message.span, key: wrong.span, nonce: nonce.span, associatedData: place.span, into: &out)
    }
    #expect(byKey?.code == .badLength)
    let byNonce = #expect(throws: SecretsError.self) {
      try cipher.seal(
        message.span, key: key.span, nonce: wrong.span, associatedData: place.span, into: &out)
    }
    #expect(byNonce?.code == .badLength)
  }

  @Test("refuses an output of another length", arguments: [0, 11, 13, 39, 41])
  func refusesOutputLengths(count: Int) throws {
    var cipher = try AESGCM()
    let sealed = try seal(message, with: &cipher)
    var buffer = [UInt8](repeating: 9, count: count)
    var out = buffer.mutableSpan
    let sealing = #expect(throws: SecretsError.self) {
      try cipher.seal(
        message.span, key: key.span, nonce: nonce.span, associatedData: place.span, into: &out)
    }
    #expect(sealing?.code == .badLength)
    let opening = #expect(throws: SecretsError.self) {
      try cipher.open(sealed.span, key: key.span, associatedData: place.span, into: &out)
    }
    #expect(opening?.code == .badLength)
  }

  @Test("refuses a sealed value too short to hold a nonce and a tag", arguments: [0, 12, 27])
  func refusesStumps(count: Int) throws {
    var cipher = try AESGCM()
    var none: [UInt8] = []
    let error = #expect(throws: SecretsError.self) {
      try open(
        [UInt8](repeating: 0, count: count), key: key, place: place, into: &none, with: &cipher)
    }
    #expect(error?.code == .badLength)
  }
}
