internal import JSON

/// How far the log had come: its size, and the root of the tree over it.
public struct LogPosition: Hashable, Sendable {
  /// How many entries the log had.
  public let size: Int
  /// The root of the tree over them.
  public let root: MerkleHash

  init(_ value: CanonicalValue) throws(AuditingError) {
    var members = try MemberReader(value)
    size = try members.integer("size")
    root = try MerkleHash(try members.hex("root", count: MerkleHash.count))
    try members.end()
  }
}
