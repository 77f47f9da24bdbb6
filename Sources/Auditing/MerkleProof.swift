public import Secrets

/// Proofs that a leaf is in a tree, and that a tree grew out of an older one (RFC 9162, 2.1).
public enum MerkleProof {
  /// The inclusion proof of a leaf, from the hashes of all leaves (section 2.1.3.1).
  ///
  /// - Throws: `AuditingError` `.outOfOrder` if there is no such leaf, `.cryptography`.
  public static func inclusion(
    of index: Int, in leaves: Span<MerkleHash>, using context: inout SHA256Context
  ) throws(AuditingError) -> [MerkleHash] {
    guard leaves.indices.contains(index) else { throw outOfRange }
    guard leaves.count > 1 else { return [] }
    let split = leaves.count.largestPowerOfTwoBelow
    let left = leaves.extracting(..<split)
    let right = leaves.extracting(split...)
    if index < split {
      return try inclusion(of: index, in: left, using: &context)
        + [MerkleTree.root(of: right, using: &context)]
    }
    return try inclusion(of: index - split, in: right, using: &context)
      + [MerkleTree.root(of: left, using: &context)]
  }

  /// The proof that the tree of the first `size` leaves is a beginning of this one (2.1.4.1).
  ///
  /// - Throws: `AuditingError` `.outOfOrder` unless 0 < size ≤ the count, `.cryptography`.
  public static func consistency(
    from size: Int, in leaves: Span<MerkleHash>, using context: inout SHA256Context
  ) throws(AuditingError) -> [MerkleHash] {
    guard size > 0, size <= leaves.count else { throw outOfRange }
    return try consistency(from: size, in: leaves, isOldTree: true, using: &context)
  }

  /// Checks an inclusion proof (2.1.3.2).
  ///
  /// - Throws: `AuditingError` `.outOfOrder` for an index outside the tree, `.rootMismatch` for a
  ///   proof that does not lead to the root, `.cryptography`.
  public static func verifyInclusion(
    leaf: MerkleHash, index: Int, size: Int, proof: [MerkleHash], root: MerkleHash,
    using context: inout SHA256Context
  ) throws(AuditingError) {
    guard index >= 0, index < size else { throw outOfRange }
    var path = MerklePath(index: index, last: size - 1)
    var hash = leaf
    for step in proof {
      guard !path.isAtRoot else { throw AuditingError(.rootMismatch, detail: "proof length") }
      hash =
        path.climbFromRight()
        ? try MerkleHash.node(step, hash, using: &context)
        : try MerkleHash.node(hash, step, using: &context)
    }
    guard path.isAtRoot, hash == root else { throw AuditingError(.rootMismatch) }
  }

  /// Checks that the tree of `newSize` and `newRoot` begins with that of `oldSize` (2.1.4.2).
  ///
  /// An empty old tree proves nothing and is refused.
  /// - Throws: `AuditingError` `.outOfOrder` unless 0 < oldSize ≤ newSize, `.inconsistent` for a
  ///   proof that does not lead to both roots, `.cryptography`.
  public static func verifyConsistency(
    oldSize: Int, newSize: Int, proof: [MerkleHash], oldRoot: MerkleHash, newRoot: MerkleHash,
    using context: inout SHA256Context
  ) throws(AuditingError) {
    guard oldSize > 0, oldSize <= newSize else { throw outOfRange }
    guard oldSize < newSize else {
      guard proof.isEmpty, oldRoot == newRoot else { throw AuditingError(.inconsistent) }
      return
    }
    // The old tree's root starts the walk where it is a whole subtree of the new one.
    let steps = oldSize.nonzeroBitCount == 1 ? [oldRoot] + proof : proof
    guard !proof.isEmpty, let start = steps.first else { throw AuditingError(.inconsistent) }
    var path = MerklePath(index: oldSize - 1, last: newSize - 1)
    path.skipRightEdges()
    var old = start
    var new = start
    for step in steps.dropFirst() {
      guard !path.isAtRoot else { throw AuditingError(.inconsistent, detail: "proof length") }
      if path.climbFromRight() {
        old = try MerkleHash.node(step, old, using: &context)
        new = try MerkleHash.node(step, new, using: &context)
      } else {
        new = try MerkleHash.node(new, step, using: &context)
      }
    }
    guard path.isAtRoot, old == oldRoot, new == newRoot else {
      throw AuditingError(.inconsistent)
    }
  }

  private static var outOfRange: AuditingError { AuditingError(.outOfOrder, detail: "tree size") }

  private static func consistency(
    from size: Int, in leaves: Span<MerkleHash>, isOldTree: Bool,
    using context: inout SHA256Context
  ) throws(AuditingError) -> [MerkleHash] {
    guard size < leaves.count else {
      return isOldTree ? [] : [try MerkleTree.root(of: leaves, using: &context)]
    }
    let split = leaves.count.largestPowerOfTwoBelow
    let left = leaves.extracting(..<split)
    let right = leaves.extracting(split...)
    if size <= split {
      return try consistency(from: size, in: left, isOldTree: isOldTree, using: &context)
        + [MerkleTree.root(of: right, using: &context)]
    }
    return try consistency(from: size - split, in: right, isOldTree: false, using: &context)
      + [MerkleTree.root(of: left, using: &context)]
  }
}

extension Int {
  /// The k of RFC 9162: k < self ≤ 2k, for self above 1.
  fileprivate var largestPowerOfTwoBelow: Int {
    1 << (bitWidth - 1 - (self - 1).leadingZeroBitCount)
  }
}
