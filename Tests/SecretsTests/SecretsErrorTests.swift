import Secrets
import Testing

@Suite("Errors of the room")
struct SecretsErrorTests {
  @Test("name the failure and the call, never the bytes")
  func descriptions() throws {
    let sealed = Array("123456789018 is in here, as text".utf8)
    let key = [UInt8](repeating: 0x41, count: 32)
    var cipher = try AESGCM()
    var buffer = [UInt8](repeating: 0, count: sealed.count - AESGCM.overhead)
    var out = buffer.mutableSpan
    let error = try #require(
      #expect(throws: SecretsError.self) {
        try cipher.open(sealed.span, key: key.span, associatedData: sealed.span, into: &out)
      })
    #expect(error.description.hasPrefix("authenticationFailed in EVP_DecryptFinal_ex"))
    #expect(!error.description.contains("1234") && !error.description.contains("AAAA"))
  }

  @Test("are equal when their codes are")
  func equality() throws {
    let lengths = try #require(#expect(throws: SecretsError.self) { _ = try X25519PublicKey([]) })
    let others = try #require(
      #expect(throws: SecretsError.self) { _ = try Ed25519PublicKey([1]) })
    #expect(lengths == others)
    #expect(lengths.description == "badLength")
  }
}
