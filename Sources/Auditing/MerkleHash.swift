internal import Secrets

/// A SHA-256 value of the log's tree: a leaf, a node or a root, 32 bytes.
public struct MerkleHash: Sendable {
  /// How many bytes a hash has: 32.
  public static let count = 32

  private let storage: [32 of UInt8]

  /// Takes over 32 bytes.
  ///
  /// - Throws: `AuditingError` `.malformed` for another count.
  public init(_ bytes: Span<UInt8>) throws(AuditingError) {
    guard bytes.count == Self.count else { throw AuditingError(.malformed, detail: "hash") }
    storage = [32 of UInt8] { place in bytes[place] }
  }

  /// Takes over 32 bytes.
  ///
  /// - Throws: `AuditingError` `.malformed` for another count.
  public init(_ bytes: [UInt8]) throws(AuditingError) { try self.init(bytes.span) }

  init<E: Error>(fill: (inout MutableSpan<UInt8>) throws(E) -> Void) throws(E) {
    var fresh = [32 of UInt8](repeating: 0)
    var span = fresh.mutableSpan
    try fill(&span)
    storage = fresh
  }

  /// Lends the 32 bytes to `body`.
  public func withSpan<R, E: Error>(_ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
    try body(storage.span)
  }

  /// The 32 bytes.
  public var bytes: [UInt8] { Array(copying: storage.span) }
}

extension MerkleHash: Hashable {
  public static func == (left: MerkleHash, right: MerkleHash) -> Bool {
    for place in 0..<count where left.storage[place] != right.storage[place] { return false }
    return true
  }

  /// Eight bytes are enough: they are already spread by SHA-256.
  public func hash(into hasher: inout Hasher) {
    for place in 0..<8 { hasher.combine(storage[place]) }
  }
}
