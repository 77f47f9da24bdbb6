import People
import Secrets
import Testing

@testable import Auditing

@Suite("Salts")
struct SaltTests {
  /// An entry of which an outsider knows everything but the person, and perhaps the salt.
  private func entry(_ person: Int, salt: [UInt8]) -> [UInt8] {
    var content = EntryContent(action: "read", actor: "u4", outcome: .allowed)
    content.purpose = "tax"
    content.person = "E\(1000 + person)"
    return Entry(content: content, index: 1, time: Timestamp(seconds: 1_790_000_000), salt: salt)
      .canonicalBytes()
  }

  /// The leaf that an inclusion proof of the entry before it gives away.
  private func sibling(_ bytes: [UInt8]) throws -> MerkleHash {
    var context = try SHA256Context()
    let neighbour = Array("neighbour".utf8)
    let leaves = [
      try MerkleHash.leaf(of: neighbour.span, using: &context),
      try MerkleHash.leaf(of: bytes.span, using: &context),
    ]
    let proof = try MerkleProof.inclusion(of: 0, in: leaves.span, using: &context)
    return try #require(proof.first)
  }

  /// Tries every person with a salt, as whoever holds the proof could.
  private func guess(_ leaf: MerkleHash, salt: [UInt8]) throws -> Int? {
    var context = try SHA256Context()
    for person in 0..<500 {
      let bytes = entry(person, salt: salt)
      if try MerkleHash.leaf(of: bytes.span, using: &context) == leaf { return person }
    }
    return nil
  }

  @Test("a leaf without its entry does not tell whose it is; without a salt it would")
  func guessing() throws {
    let known = [UInt8](repeating: 0, count: 16)
    #expect(try guess(sibling(entry(321, salt: known)), salt: known) == 321)
    let secret = try RandomBytes().bytes(16)
    #expect(try guess(sibling(entry(321, salt: secret)), salt: known) == nil)
    // The entry itself opens it, so the guess fails for the salt alone.
    #expect(try guess(sibling(entry(321, salt: secret)), salt: secret) == 321)
  }
}
