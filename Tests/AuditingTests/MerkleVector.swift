import Auditing
import Testing

/// One published proof, accepted or refused.
struct MerkleVector: Sendable, CustomTestStringConvertible {
  let isAccepted: Bool
  let first: Int
  let second: Int
  let hashes: [String]
  let proof: [String]
  let testDescription: String

  init(words: [String]) throws {
    try #require(words.count == 7)
    isAccepted = words[0] == "accept"
    // Beyond Int, the published values are wrapped negatives: they become those again.
    first = Int(truncatingIfNeeded: try #require(UInt64(words[1])))
    second = Int(truncatingIfNeeded: try #require(UInt64(words[2])))
    hashes = [words[3], words[4]]
    proof = words[5] == "none" ? [] : words[5].split(separator: ",").map(String.init)
    testDescription = words[6]
  }

  static func all(_ name: String) throws -> [MerkleVector] {
    try VectorLines.read(name).map(MerkleVector.init)
  }

  /// Holds the verdict of `check` on these hashes and this proof against the published one.
  func run(
    _ check: ([MerkleHash], [MerkleHash]) throws -> Void
  ) throws {
    if isAccepted {
      try check(hashes.map(Self.hash), proof.map(Self.step))
    } else {
      #expect(throws: AuditingError.self) { try check(hashes.map(Self.hash), proof.map(Self.step)) }
    }
  }

  /// Published stand-ins are shorter than a hash; filled up, it is the check that must refuse them.
  private static func hash(_ text: String) throws -> MerkleHash {
    try text == "-" ? MerkleHash([UInt8]()) : step(text)
  }

  private static func step(_ text: String) throws -> MerkleHash {
    let bytes = try text == "-" ? [] : #require(Hex.decode(text))
    return try MerkleHash(bytes + [UInt8](repeating: 0, count: MerkleHash.count - bytes.count))
  }
}
