public import Secrets

/// The hash tree of the log (RFC 9162, section 2.1), with SHA-256.
public enum MerkleTree {
  /// The root over these leaves' hashes; over none, SHA-256 of nothing.
  ///
  /// - Throws: `AuditingError` `.cryptography`.
  public static func root(
    of leaves: Span<MerkleHash>, using context: inout SHA256Context
  ) throws(AuditingError) -> MerkleHash {
    var frontier = MerkleFrontier()
    for place in leaves.indices { try frontier.append(leaf: leaves[place], using: &context) }
    return try frontier.root(using: &context)
  }
}
