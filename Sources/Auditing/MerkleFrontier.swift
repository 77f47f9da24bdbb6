public import Secrets

/// All of a growing tree that appending needs: its size and the roots of its full subtrees.
///
/// The subtrees are those of the size's binary digits, the largest first; a million leaves leave
/// at most 20 hashes.
public struct MerkleFrontier: Hashable, Sendable {
  /// How many leaves the tree has.
  public private(set) var size: Int
  private var subtrees: [MerkleHash]

  /// Makes the frontier of the empty tree.
  public init() {
    size = 0
    subtrees = []
  }

  /// Takes up a frontier that was stored as `size` and `encodedHashes`.
  ///
  /// - Throws: `AuditingError` `.malformed` if the size is negative, or the count of bytes is not
  ///   32 for each binary one in it.
  public init(size: Int, hashes: [UInt8]) throws(AuditingError) {
    guard size >= 0, hashes.count == size.nonzeroBitCount * MerkleHash.count else {
      throw AuditingError(.malformed, detail: "frontier")
    }
    self.size = size
    subtrees = []
    for start in stride(from: 0, to: hashes.count, by: MerkleHash.count) {
      subtrees.append(try MerkleHash(hashes.span.extracting(start..<start + MerkleHash.count)))
    }
  }

  /// The subtrees' hashes one after the other, the largest subtree first, 32 bytes each.
  public var encodedHashes: [UInt8] { subtrees.flatMap(\.bytes) }

  /// Adds a leaf at the right.
  ///
  /// - Throws: `AuditingError` `.cryptography`; the frontier is then as it was.
  public mutating func append(
    leaf: MerkleHash, using context: inout SHA256Context
  ) throws(AuditingError) {
    // As in binary addition: each one at the end of the size is a subtree to merge with.
    let merged = size.trailingOnes
    let kept = subtrees.count - merged
    var hash = leaf
    for place in stride(from: subtrees.count - 1, through: kept, by: -1) {
      hash = try MerkleHash.node(subtrees[place], hash, using: &context)
    }
    subtrees.removeLast(merged)
    subtrees.append(hash)
    size += 1
  }

  /// The root of the whole tree; of the empty one, SHA-256 of nothing.
  ///
  /// - Throws: `AuditingError` `.cryptography`.
  public func root(using context: inout SHA256Context) throws(AuditingError) -> MerkleHash {
    guard var hash = subtrees.last else { return try MerkleHash.ofNothing(using: &context) }
    for subtree in subtrees.dropLast().reversed() {
      hash = try MerkleHash.node(subtree, hash, using: &context)
    }
    return hash
  }
}

extension Int {
  fileprivate var trailingOnes: Int { (~self).trailingZeroBitCount }
}
