internal import Auditing
internal import Secrets

/// The log's tree, grown again from entries that are read a second time.
struct LogTree: ~Copyable {
  private(set) var frontier = MerkleFrontier()
  private var hashing: SHA256Context

  init() throws(CustodyError) {
    do throws(SecretsError) {
      hashing = try SHA256Context()
    } catch {
      throw CustodyError(.bug("\(error)"))
    }
  }

  /// The root of what was appended so far.
  mutating func root() throws(CustodyError) -> MerkleHash {
    do throws(AuditingError) {
      return try frontier.root(using: &hashing)
    } catch {
      throw CustodyError(error)
    }
  }

  mutating func append(_ entry: Span<UInt8>) throws(CustodyError) {
    do throws(AuditingError) {
      let leaf = try MerkleHash.leaf(of: entry, using: &hashing)
      try frontier.append(leaf: leaf, using: &hashing)
    } catch {
      throw CustodyError(error)
    }
  }
}
