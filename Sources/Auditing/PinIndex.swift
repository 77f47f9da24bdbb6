public import JSON

/// What the log pins: for each person the newest digest of their row, and the lockboxes' digests.
///
/// What is clear in the vault's files, or could be made anew from public keys, is pinned by an
/// entry that carries SHA-256 of the row's canonical bytes. The digests are remembered while the
/// log is checked and never read again, so that nobody can change an entry afterwards and be
/// believed. A pin shows that a row was once true; only the newest shows that it still is.
public struct PinIndex: Sendable {
  /// Keys are hashes seeded anew in each process.
  private var people = PinTable()
  private var lockboxes = PinTable()
  /// What the newest entry says that sets the employer file: the digests of its documents.
  public private(set) var employer: [String: CanonicalValue]?

  /// Nothing pinned yet.
  public init() {}

  /// Whether nothing is pinned.
  public var isEmpty: Bool { people.count == 0 && lockboxes.count == 0 && employer == nil }

  /// How many people are pinned.
  public var count: Int { people.count }

  /// Takes the digests that an entry pins.
  ///
  /// - Throws: `.malformed` for one that is not 32 bytes.
  public mutating func take(_ content: EntryContent, at index: Int) throws(AuditingError) {
    if let row = content.row, let code = content.person {
      let code = Array(code.utf8)
      try take(row: PinnedDigest(row.span), of: code.span, at: index)
    }
    if content.action == Self.employerSet { employer = content.detail }
    if content.lockboxes.isEmpty { return }
    for (key, digest) in content.lockboxes {
      try take(lockbox: PinnedDigest(digest.span), of: key, at: index)
    }
  }

  /// Takes over what other entries pin, later ones.
  public mutating func merge(_ later: PinIndex) {
    people.merge(later.people)
    lockboxes.merge(later.lockboxes)
    employer = later.employer ?? employer
  }

  /// The newest pin of the row of a code; nil if there is none.
  public func newest(of code: Span<UInt8>) -> Pin? { newest(ofKey: Self.key(code)) }

  /// The same by the key of the code in these tables.
  func newest(ofKey key: Int) -> Pin? { people.record(of: key).map(Pin.init) }

  /// Whether an entry pins a lockbox of a key with this digest.
  public func pins(lockbox digest: Span<UInt8>, of key: String, at index: Int) -> Bool {
    guard let record = lockboxes.record(of: Self.key(key, index)) else { return false }
    return record.digest == PinnedDigest(digest)
  }

  // MARK: Taking

  /// The action of an entry that sets the employer file.
  public static let employerSet = "employer-set"

  mutating func take(employer detail: [String: CanonicalValue]) { employer = detail }

  mutating func take(
    row digest: PinnedDigest?, of code: Span<UInt8>, at index: Int
  ) throws(AuditingError) {
    guard let digest else { throw AuditingError(.malformed, index: index, detail: "row") }
    people.set(
      PinTable.Record(
        key: Self.key(code), index: UInt32(truncatingIfNeeded: index), digest: digest))
  }

  mutating func take(
    lockbox digest: PinnedDigest?, of key: String, at index: Int
  ) throws(AuditingError) {
    guard let digest else { throw AuditingError(.malformed, index: index, detail: "lockboxes") }
    lockboxes.set(
      PinTable.Record(
        key: Self.key(key, index), index: UInt32(truncatingIfNeeded: index), digest: digest))
  }

  static func key(_ code: Span<UInt8>) -> Int {
    var hasher = Hasher()
    var word: UInt64 = 0
    for index in code.indices {
      word = word << 8 | UInt64(code[index])
      if index % 8 == 7 { hasher.combine(word) }
    }
    hasher.combine(word)
    hasher.combine(code.count)
    return hasher.finalize()
  }

  private static func key(_ key: String, _ index: Int) -> Int {
    var hasher = Hasher()
    hasher.combine(key)
    hasher.combine(index)
    return hasher.finalize()
  }
}
