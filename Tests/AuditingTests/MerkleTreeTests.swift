import Auditing
import Secrets
import Testing

@Suite("Merkle tree")
struct MerkleTreeTests {
  private static let largest = 33

  private let leaves: [MerkleHash]
  private let roots: [MerkleHash]

  init() throws {
    var context = try SHA256Context()
    var leaves: [MerkleHash] = []
    var frontier = MerkleFrontier()
    var roots = [try frontier.root(using: &context)]
    for place in 0..<Self.largest {
      let entry = Array("entry \(place)".utf8)
      leaves.append(try MerkleHash.leaf(of: entry.span, using: &context))
      try frontier.append(leaf: leaves[place], using: &context)
      roots.append(try frontier.root(using: &context))
    }
    self.leaves = leaves
    self.roots = roots
  }

  /// The root by the recursive definition of RFC 9162, section 2.1.1, and nothing of ours.
  private func definedRoot(_ leaves: ArraySlice<MerkleHash>) throws -> [UInt8] {
    guard leaves.count > 1, let first = leaves.indices.first else {
      return try leaves.first?.bytes ?? SHA256.hash([UInt8]().span)
    }
    var split = 1
    while split * 2 < leaves.count { split *= 2 }
    let node =
      try [1] + definedRoot(leaves[first..<first + split]) + definedRoot(leaves[(first + split)...])
    return try SHA256.hash(node.span)
  }

  @Test("the frontier's root is that of the recursive definition at every size")
  func definition() throws {
    for size in 0...Self.largest {
      #expect(try definedRoot(leaves[..<size]) == roots[size].bytes)
    }
  }

  @Test("a root over all leaves is that of appending them")
  func wholeRoot() throws {
    var context = try SHA256Context()
    for size in 0...Self.largest {
      #expect(
        try MerkleTree.root(of: leaves.span.extracting(..<size), using: &context) == roots[size])
    }
  }

  @Test("a frontier goes on from what was stored, at every size")
  func resumes() throws {
    var context = try SHA256Context()
    var frontier = MerkleFrontier()
    for size in 0..<Self.largest {
      let stored = frontier.encodedHashes
      #expect(stored.count == size.nonzeroBitCount * 32)
      frontier = try MerkleFrontier(size: size, hashes: stored)
      try frontier.append(leaf: leaves[size], using: &context)
      #expect(try frontier.root(using: &context) == roots[size + 1])
    }
  }

  @Test(
    "a stored frontier of another shape is refused",
    arguments: [(-1, 32), (-1, 64 * 32), (0, 32), (1, 0), (1, 31), (1, 64), (3, 32), (4, 64)])
  func badFrontier(size: Int, count: Int) {
    #expect(throws: AuditingError(.malformed, detail: "frontier")) {
      try MerkleFrontier(size: size, hashes: [UInt8](repeating: 0, count: count))
    }
  }

  @Test("a hash of another length is refused", arguments: [0, 1, 31, 33, 64])
  func badHash(count: Int) {
    #expect(throws: AuditingError(.malformed, detail: "hash")) {
      try MerkleHash([UInt8](repeating: 0, count: count))
    }
  }

  @Test("hashes that differ in any one byte are not equal")
  func equality() throws {
    let hash = leaves[0]
    #expect(try MerkleHash(hash.bytes) == hash)
    #expect(try MerkleHash(hash.bytes).hashValue == hash.hashValue)
    for place in 0..<MerkleHash.count {
      var bytes = hash.bytes
      bytes[place] ^= 0x80
      #expect(try MerkleHash(bytes) != hash)
    }
  }

  @Test("an entry made of two hashes is no node")
  func domains() throws {
    var context = try SHA256Context()
    let pair = leaves[0].bytes + leaves[1].bytes
    #expect(try MerkleHash.leaf(of: pair.span, using: &context) != roots[2])
  }

  @Test("every leaf of every tree has a proof, good for that place alone")
  func inclusion() throws {
    var context = try SHA256Context()
    for size in 1...Self.largest {
      for index in 0..<size {
        let proof = try MerkleProof.inclusion(
          of: index, in: leaves.span.extracting(..<size), using: &context)
        try MerkleProof.verifyInclusion(
          leaf: leaves[index], index: index, size: size, proof: proof, root: roots[size],
          using: &context)
        for other in 0..<size where other != index {
          #expect(throws: AuditingError.self) {
            var context = try SHA256Context()
            try MerkleProof.verifyInclusion(
              leaf: leaves[index], index: other, size: size, proof: proof, root: roots[size],
              using: &context)
          }
        }
      }
    }
  }

  @Test("every tree has a proof of its beginnings, good for those alone")
  func consistency() throws {
    var context = try SHA256Context()
    for size in 1...Self.largest {
      for old in 1...size {
        let proof = try MerkleProof.consistency(
          from: old, in: leaves.span.extracting(..<size), using: &context)
        try verify(old: old, size: size, proof: proof, oldRoot: roots[old])
        for other in 1...size where other != old {
          #expect(throws: AuditingError.self) {
            try verify(old: old, size: size, proof: proof, oldRoot: roots[other])
          }
          #expect(throws: AuditingError.self) {
            try verify(old: other, size: size, proof: proof, oldRoot: roots[old])
          }
        }
      }
    }
  }

  private func verify(
    old: Int, size: Int, proof: [MerkleHash], oldRoot: MerkleHash
  ) throws {
    var context = try SHA256Context()
    try MerkleProof.verifyConsistency(
      oldSize: old, newSize: size, proof: proof, oldRoot: oldRoot, newRoot: roots[size],
      using: &context)
  }

  @Test("a proof that is cut, lengthened or changed in one bit is refused")
  func changedProofs() throws {
    var context = try SHA256Context()
    let size = 21
    let inclusion = try MerkleProof.inclusion(
      of: 9, in: leaves.span.extracting(..<size), using: &context)
    let consistency = try MerkleProof.consistency(
      from: 9, in: leaves.span.extracting(..<size), using: &context)
    for proof in try changes(of: inclusion) {
      #expect(throws: AuditingError.self) {
        var context = try SHA256Context()
        try MerkleProof.verifyInclusion(
          leaf: leaves[9], index: 9, size: size, proof: proof, root: roots[size], using: &context)
      }
    }
    for proof in try changes(of: consistency) {
      #expect(throws: AuditingError.self) {
        try verify(old: 9, size: size, proof: proof, oldRoot: roots[9])
      }
    }
  }

  private func changes(of proof: [MerkleHash]) throws -> [[MerkleHash]] {
    var changes = [Array(proof.dropLast()), Array(proof.dropFirst()), []]
    changes += [proof + [leaves[0]], [leaves[0]] + proof, proof.reversed()]
    for place in proof.indices {
      var bytes = proof[place].bytes
      bytes[31] ^= 1
      var changed = proof
      changed[place] = try MerkleHash(bytes)
      changes.append(changed)
    }
    return changes
  }

  @Test("proofs outside the tree are neither made nor taken", arguments: [-1, 0, 3, Int.min, .max])
  func outside(size: Int) throws {
    let two = Array(leaves[..<2])
    #expect(throws: AuditingError(.outOfOrder, detail: "tree size")) {
      var context = try SHA256Context()
      _ = try MerkleProof.consistency(from: size, in: two.span, using: &context)
    }
    #expect(throws: AuditingError(.outOfOrder, detail: "tree size")) {
      var context = try SHA256Context()
      try MerkleProof.verifyConsistency(
        oldSize: size, newSize: 2, proof: [leaves[1]], oldRoot: roots[1], newRoot: roots[2],
        using: &context)
    }
    guard size != 0 else { return }
    #expect(throws: AuditingError(.outOfOrder, detail: "tree size")) {
      var context = try SHA256Context()
      _ = try MerkleProof.inclusion(of: size, in: two.span, using: &context)
    }
    #expect(throws: AuditingError(.outOfOrder, detail: "tree size")) {
      var context = try SHA256Context()
      try MerkleProof.verifyInclusion(
        leaf: leaves[0], index: size, size: 2, proof: [leaves[1]], root: roots[2],
        using: &context)
    }
  }

  @Test("a proof that climbs above the root is refused, in a tree of the largest size too")
  func largestSize() throws {
    #expect(throws: AuditingError.self) {
      var context = try SHA256Context()
      try MerkleProof.verifyInclusion(
        leaf: leaves[0], index: .max - 1, size: .max,
        proof: [MerkleHash](repeating: leaves[0], count: 100), root: roots[1], using: &context)
    }
    #expect(throws: AuditingError.self) {
      var context = try SHA256Context()
      try MerkleProof.verifyConsistency(
        oldSize: .max - 1, newSize: .max,
        proof: [MerkleHash](repeating: leaves[0], count: 100), oldRoot: roots[1],
        newRoot: roots[2], using: &context)
    }
  }
}
