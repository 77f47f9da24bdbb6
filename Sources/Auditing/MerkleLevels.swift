internal import Secrets

/// Every level of the log's tree, from which the inclusion proof of any leaf is read (RFC 9162,
/// section 2.1.3.1).
///
/// A level's last node without a neighbour rises as it is: that makes the tree of section 2.1.1.
struct MerkleLevels {
  /// The leaves first, the root last.
  private let levels: [[MerkleHash]]

  /// Hashes each level out of the one below it.
  init(
    over leaves: [MerkleHash], using context: inout SHA256Context
  ) throws(AuditingError) {
    var levels = [leaves]
    while let level = levels.last, level.count > 1 {
      var next: [MerkleHash] = []
      next.reserveCapacity((level.count + 1) / 2)
      for left in stride(from: 0, to: level.count - 1, by: 2) {
        next.append(try MerkleHash.node(level[left], level[left + 1], using: &context))
      }
      if !level.count.isMultiple(of: 2) { next += level.suffix(1) }
      levels.append(next)
    }
    self.levels = levels
  }

  /// The root; nil of no leaves.
  var root: MerkleHash? { levels.last?.first }

  /// The proof of a leaf that is there: the neighbours on the way up.
  func inclusion(of index: Int) -> [MerkleHash] {
    var index = index
    var proof: [MerkleHash] = []
    for level in levels {
      let neighbour = index ^ 1
      if neighbour < level.count { proof.append(level[neighbour]) }
      index >>= 1
    }
    return proof
  }
}
