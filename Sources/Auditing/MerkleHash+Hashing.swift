public import Secrets

// The hashes of RFC 9162, section 2.1.1: a leaf can never be taken for a node.
extension MerkleHash {
  /// The hash of a leaf: SHA-256 of 0x00 and the entry's bytes.
  ///
  /// - Throws: `AuditingError` `.cryptography`.
  public static func leaf(
    of entry: Span<UInt8>, using context: inout SHA256Context
  ) throws(AuditingError) -> MerkleHash {
    do throws(SecretsError) {
      return try MerkleHash { out throws(SecretsError) in
        try context.hash(prefix: 0, entry, into: &out)
      }
    } catch { throw AuditingError(.cryptography(error)) }
  }

  /// The hash of a node: SHA-256 of 0x01 and the two hashes below it.
  static func node(
    _ left: MerkleHash, _ right: MerkleHash, using context: inout SHA256Context
  ) throws(AuditingError) -> MerkleHash {
    do throws(SecretsError) {
      return try left.withSpan { left throws(SecretsError) in
        try right.withSpan { right throws(SecretsError) in
          try MerkleHash { out throws(SecretsError) in
            try context.hash(prefix: 1, left, right, into: &out)
          }
        }
      }
    } catch { throw AuditingError(.cryptography(error)) }
  }

  /// The root of the empty tree: SHA-256 of nothing.
  static func ofNothing(
    using context: inout SHA256Context
  ) throws(AuditingError) -> MerkleHash {
    do throws(SecretsError) {
      return try MerkleHash { out throws(SecretsError) in try context.hash(Span(), into: &out) }
    } catch { throw AuditingError(.cryptography(error)) }
  }
}
