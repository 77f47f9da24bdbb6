import Secrets
import Testing

@Suite("SHA-256, HMAC and HKDF")
struct DigestTests {
  private func code(_ mac: inout HMACSHA256, key: [UInt8], message: [UInt8]) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: HMACSHA256.count)
    var out = bytes.mutableSpan
    try mac.authenticate(message.span, key: key.span, into: &out)
    return bytes
  }

  @Test("SHA-256 gives the published digest", arguments: try VectorFile.cases("sha-256"))
  func digest(vector: VectorCase) throws {
    let times = try vector.number("times")
    let message = Array(String(repeating: try vector.text("message"), count: times).utf8)
    #expect(try SHA256.hash(message.span) == vector.bytes("digest"))
  }

  @Test("one SHA-256 context serves many messages, with a prefix and in two parts")
  func reused() throws {
    var context = try SHA256Context()
    var bytes = [UInt8](repeating: 0, count: SHA256.count)
    let (left, right) = ([UInt8](0..<32), [UInt8](32..<64))
    let empty: [UInt8] = []
    for _ in 0..<3 {
      var out = bytes.mutableSpan
      try context.hash(left.span, into: &out)
      #expect(try bytes == SHA256.hash(left.span))
      out = bytes.mutableSpan
      try context.hash(prefix: 0, left.span, into: &out)
      let leaf = [0] + left
      #expect(try bytes == SHA256.hash(leaf.span))
      out = bytes.mutableSpan
      try context.hash(prefix: 1, left.span, right.span, into: &out)
      let node = [1] + left + right
      #expect(try bytes == SHA256.hash(node.span))
      out = bytes.mutableSpan
      try context.hash(empty.span, into: &out)
      #expect(try bytes == SHA256.hash(empty.span))
    }
  }

  @Test("digests and codes go into 32 bytes only", arguments: [0, 31, 33])
  func refusesOutputLengths(count: Int) throws {
    var context = try SHA256Context()
    var mac = try HMACSHA256()
    var bytes = [UInt8](repeating: 0, count: count)
    let message: [UInt8] = [1]
    var out = bytes.mutableSpan
    let digest = #expect(throws: SecretsError.self) { try context.hash(message.span, into: &out) }
    #expect(digest?.code == .badLength)
    let code = #expect(throws: SecretsError.self) {
      try mac.authenticate(message.span, key: message.span, into: &out)
    }
    #expect(code?.code == .badLength)
  }

  @Test("HMAC gives the published code", arguments: try VectorFile.cases("hmac-sha256"))
  func hmac(vector: VectorCase) throws {
    var mac = try HMACSHA256()
    let expected = try vector.bytes("code")
    for _ in 0..<2 {
      let code = try code(&mac, key: vector.bytes("key"), message: vector.bytes("message"))
      #expect(Array(code.prefix(expected.count)) == expected)
      try mac.forgetKey()
    }
  }

  @Test("an empty HMAC key is the key of zeros, not the last one used")
  func emptyKey() throws {
    var mac = try HMACSHA256()
    let message: [UInt8] = [1, 2, 3]
    let first = try code(&mac, key: [UInt8](repeating: 5, count: 32), message: message)
    let empty = try code(&mac, key: [], message: message)
    #expect(empty != first)
    #expect(try empty == code(&mac, key: [0], message: message))
  }

  @Test("HKDF gives the published output", arguments: try VectorFile.cases("hkdf-sha256"))
  func hkdf(vector: VectorCase) throws {
    let (salt, inputKey) = (try vector.bytes("salt"), try vector.bytes("inputKey"))
    let info = try vector.bytes("info")
    let count = try vector.number("count")
    let prk = try HKDF.extract(salt: salt.span, inputKey: inputKey.span)
    guard try vector.text("result") == "valid" else {
      let error = #expect(throws: SecretsError.self) {
        try prk.withSpan { prk in _ = try HKDF.expand(prk, info: info.span, count: count) }
      }
      #expect(error?.code == .badLength)
      return
    }
    let output = try prk.withSpan { (prk) throws(SecretsError) in
      try HKDF.expand(prk, info: info.span, count: count)
    }
    #expect(try output.exposed() == vector.bytes("output"))
  }

  @Test("the short way to one block of HKDF gives the same block")
  func expandOne() throws {
    var mac = try HMACSHA256()
    let prk = [UInt8](repeating: 3, count: 32)
    for info in [[], Array("mynumber v1 encrypt".utf8)] {
      var bytes = [UInt8](repeating: 0, count: 32)
      var out = bytes.mutableSpan
      try mac.expandOne(prk: prk.span, info: info.span, into: &out)
      #expect(try HKDF.expand(prk.span, info: info.span, count: 32).exposed() == bytes)
    }
  }

  @Test("HKDF refuses what it cannot expand", arguments: [(0, 32), (-1, 32), (8161, 32), (32, 31)])
  func refusesExpansion(count: Int, keyCount: Int) {
    let prk = [UInt8](repeating: 3, count: keyCount)
    let error = #expect(throws: SecretsError.self) {
      _ = try HKDF.expand(prk.span, info: prk.span, count: count)
    }
    #expect(error?.code == .badLength)
  }
}
