import Secrets
import Testing

@Suite("scrypt", .serialized)
struct ScryptTests {
  @Test("gives the published key", arguments: try VectorFile.cases("scrypt"))
  func published(vector: VectorCase) throws {
    let expected = try vector.bytes("output")
    let passphrase = Array(try vector.text("passphrase").utf8)
    let salt = Array(try vector.text("salt").utf8)
    let key = try Scrypt.derive(
      passphrase: passphrase.span, salt: salt.span, count: expected.count,
      n: UInt64(vector.number("n")), r: UInt64(vector.number("r")), p: UInt64(vector.number("p")))
    #expect(key.exposed() == expected)
  }

  @Test("has the vault's cost unless told otherwise")
  func defaults() throws {
    let bytes = Array("passphrase".utf8)
    let plain = try Scrypt.derive(passphrase: bytes.span, salt: bytes.span, count: 32)
    let spelled = try Scrypt.derive(
      passphrase: bytes.span, salt: bytes.span, count: 32, n: 131_072, r: 8, p: 1)
    #expect(plain.exposed() == spelled.exposed())
    let other = bytes.flipped(at: 0)
    let changed = try Scrypt.derive(passphrase: other.span, salt: bytes.span, count: 32)
    #expect(changed.exposed() != plain.exposed())
  }

  @Test(
    "refuses a cost that RFC 7914 does not allow, or that no machine has",
    arguments: [
      (0, 8, 1), (1, 8, 1), (1000, 8, 1), (1024, 0, 1), (1024, 8, 0), (1 << 40, 8, 1),
      (UInt64.max, UInt64.max, UInt64.max), (16, 1 << 11, 1), (16, 1, 1 << 11),
    ] as [(UInt64, UInt64, UInt64)])
  func refusesCosts(n: UInt64, r: UInt64, p: UInt64) {
    let bytes: [UInt8] = [1]
    let error = #expect(throws: SecretsError.self) {
      _ = try Scrypt.derive(
        passphrase: bytes.span, salt: bytes.span, count: 32, n: n, r: r, p: p)
    }
    #expect(error?.code == .callFailed)
  }

  @Test("refuses to derive nothing", arguments: [0, -1])
  func refusesCounts(count: Int) {
    let bytes: [UInt8] = [1]
    let error = #expect(throws: SecretsError.self) {
      _ = try Scrypt.derive(passphrase: bytes.span, salt: bytes.span, count: count)
    }
    #expect(error?.code == .badLength)
  }
}
