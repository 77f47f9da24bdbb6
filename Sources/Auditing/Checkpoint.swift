/// How the log stood: which log, how many entries, which root (C2SP tlog-checkpoint).
public struct Checkpoint: Hashable, Sendable {
  /// The log's name: `mynumber/` and the vault id in URL base 64.
  public let origin: String
  /// How many entries the log had.
  public let size: Int
  /// The root of the tree over them.
  public let root: MerkleHash

  /// Makes a checkpoint.
  ///
  /// - Throws: `AuditingError` `.malformed` for an origin that is empty or not of printable
  ///   ASCII, or a negative size.
  public init(origin: String, size: Int, root: MerkleHash) throws(AuditingError) {
    guard !origin.isEmpty, origin.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) else {
      throw AuditingError(.malformed, detail: "origin")
    }
    guard size >= 0 else { throw AuditingError(.malformed, detail: "tree size") }
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// The three lines that are signed, the last newline included.
  public var body: [UInt8] { Array("\(origin)\n\(size)\n\(Base64.encode(root.bytes))\n".utf8) }
}
