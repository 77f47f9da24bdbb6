import Auditing
import Secrets
import Testing

@Suite("Published Merkle vectors")
struct MerkleVectorTests {
  @Test(
    "an inclusion proof is judged as published", arguments: try MerkleVector.all("merkle-inclusion")
  )
  func inclusion(vector: MerkleVector) throws {
    try vector.run { hashes, proof in
      var context = try SHA256Context()
      try MerkleProof.verifyInclusion(
        leaf: hashes[0], index: vector.first, size: vector.second, proof: proof, root: hashes[1],
        using: &context)
    }
  }

  @Test(
    "a consistency proof is judged as published",
    arguments: try MerkleVector.all("merkle-consistency"))
  func consistency(vector: MerkleVector) throws {
    try vector.run { hashes, proof in
      var context = try SHA256Context()
      try MerkleProof.verifyConsistency(
        oldSize: vector.first, newSize: vector.second, proof: proof, oldRoot: hashes[0],
        newRoot: hashes[1], using: &context)
    }
  }

  @Test("no published case is left out")
  func complete() throws {
    for name in ["merkle-inclusion", "merkle-consistency"] {
      let vectors = try MerkleVector.all(name)
      #expect(vectors.count == 98)
      #expect(vectors.count(where: \.isAccepted) == 6)
    }
  }

  @Test("the reference tree has the published root at every size")
  func roots() throws {
    var context = try SHA256Context()
    var frontier = MerkleFrontier()
    for line in try VectorLines.read("merkle-roots") {
      let entry = line[0] == "-" ? [] : try #require(Hex.decode(line[0]))
      let leaf = try MerkleHash.leaf(of: entry.span, using: &context)
      try frontier.append(leaf: leaf, using: &context)
      #expect(Hex.encode(try frontier.root(using: &context).bytes) == line[1])
    }
    #expect(frontier.size == 8)
  }

  @Test("the empty tree has the published root")
  func empty() throws {
    var context = try SHA256Context()
    #expect(
      Hex.encode(try MerkleFrontier().root(using: &context).bytes)
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}
