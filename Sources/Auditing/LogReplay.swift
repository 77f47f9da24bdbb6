internal import JSON
public import People
internal import Secrets

/// Reads a log from entry 0 on and knows, after each entry, its root and who may do what.
///
/// Opening a vault and verifying an export use this one reader. Entries are taken in order; a
/// checkpoint is held against the log as it stands when it is offered.
public struct LogReplay: ~Copyable {
  /// How much of each entry is looked at.
  public enum Thoroughness: Sendable {
    /// Hash every entry, parse those of authority: what opening needs.
    case authority
    /// Parse and re-encode every entry: what offline verification promises.
    case everyEntry
  }

  private let thoroughness: Thoroughness
  private let expected: VaultID?
  private let remembered: Set<Int>
  private var frontier: MerkleFrontier
  private var hashing: SHA256Context
  private var state: Authority?
  /// How many entries were checked before, by whoever resumes.
  private var resumedSize = 0
  /// Who acted in the entries after the newest checkpoint, where every entry is looked at.
  private var actors: Set<String> = []
  /// The user noted last of those.
  private var lastActor: [UInt8]?

  /// The roots at the sizes that were asked for.
  public private(set) var roots: [Int: MerkleHash] = [:]
  /// What the entries pin, with `.authority` alone: people's newest rows, and lockboxes.
  public private(set) var pins = PinIndex()
  /// The index of the last entry whose transaction touched the keys file; with `.authority` alone.
  public private(set) var lastKeysIndex: Int?
  /// The size of the newest checkpoint that verified.
  public private(set) var signedSize = 0
  /// How many entries after `signedSize` are of kinds that are written before a key is open.
  public private(set) var unsignedTail = 0
  /// The restores that entries declare, in their order.
  public private(set) var restores: [DeclaredRestore] = []
  /// How many entries changed who may do what, entry 0 included.
  public private(set) var authorityEntries = 0
  /// The time of the last entry that was parsed; with `.everyEntry`, of the entry taken last.
  public private(set) var lastTime: Timestamp?
  /// The latest time of the entries that somebody signed for; an unsigned one binds nothing.
  public private(set) var latestTime = Timestamp(seconds: .min)
  private var latest: EntryTime?
  /// What entries of the log said that was parsed.
  private var known = KnownMembers()
  /// The leaf hash of the entry taken last.
  public private(set) var lastLeaf: MerkleHash?

  /// Starts an empty log.
  ///
  /// - Parameters:
  ///   - expected: The vault id known from outside; entry 0 must hash to it.
  ///   - sizes: Sizes at which the root is to be remembered.
  public init(
    expecting expected: VaultID?, thoroughness: Thoroughness,
    rememberingRootsAt sizes: Set<Int> = []
  ) throws(AuditingError) {
    self.expected = expected
    self.thoroughness = thoroughness
    remembered = sizes
    frontier = MerkleFrontier()
    hashing = try SHA256Context.make()
  }

  /// Continues from a state that was checked before.
  public init(
    resuming frontier: MerkleFrontier, authority: Authority, pins: PinIndex,
    latestTime: Timestamp
  ) throws(AuditingError) {
    try self.init(expecting: authority.vaultID, thoroughness: .authority)
    self.pins = pins
    self.latestTime = latestTime
    self.frontier = frontier
    resumedSize = frontier.size
    state = authority
  }

  /// How many entries were taken.
  public var size: Int { frontier.size }

  /// The compact range of the entries taken.
  public var currentFrontier: MerkleFrontier { frontier }

  /// Takes the next entry's exact bytes and returns its leaf hash.
  ///
  /// - Parameter leaf: The leaf hash, if it was made before.
  @discardableResult
  public mutating func take(
    _ bytes: Span<UInt8>, leaf: MerkleHash? = nil
  ) throws(AuditingError) -> MerkleHash {
    let index = frontier.size
    if index > 0, thoroughness == .everyEntry,
      let plain = PlainEntry(bytes, at: index, known: known)
    {
      take(plain, bytes)
    } else {
      try takeOther(bytes, at: index)
    }
    let leaf = if let leaf { leaf } else { try MerkleHash.leaf(of: bytes, using: &hashing) }
    try frontier.append(leaf: leaf, using: &hashing)
    lastLeaf = leaf
    if remembered.contains(frontier.size) { roots[frontier.size] = try root() }
    return leaf
  }

  /// Takes the next entry as ``take(_:leaf:)`` does, of a log whose checkpoints are all offered: each
  /// commit ends with one, and its entries bear one time.
  ///
  /// - Throws: `.missing` as well, for an entry of another time than the one before without a
  ///   checkpoint between them.
  @discardableResult
  public mutating func takeSigned(
    _ bytes: Span<UInt8>, leaf: MerkleHash? = nil
  ) throws(AuditingError) -> MerkleHash {
    let index = size
    let isCommitOpen = !isFullySigned && index > 0
    let time = lastTime
    let leaf = try take(bytes, leaf: leaf)
    guard !isCommitOpen || time == lastTime else {
      throw AuditingError(.missing, index: index, detail: "a checkpoint before this entry")
    }
    return leaf
  }

  /// Takes an entry that is told from its bytes: it changes nothing in this state.
  private mutating func take(_ plain: PlainEntry, _ bytes: Span<UInt8>) {
    lastTime = plain.time.moment
    note(plain.time.digits, of: plain.time.moment)
    known.note(plain.time.digits, of: plain.time.moment, as: bytes.extracting(plain.time.text))
    note(actor: bytes.extracting(plain.actor))
    unsignedTail = 0
  }

  private mutating func takeOther(_ bytes: Span<UInt8>, at index: Int) throws(AuditingError) {
    guard let outline = EntryOutline(bytes) else {
      throw AuditingError(.malformed, index: index, detail: "entry")
    }
    let precedesKeys = outline.precedesKeys(in: bytes)
    let isFew = outline.hasAuthority || outline.hasCheckpoint || precedesKeys
    if index == 0 || isFew || thoroughness == .everyEntry {
      try study(bytes, at: index, precedesKeys: precedesKeys)
      if !isFew, index > 0 { PlainEntry.remember(bytes, in: &known) }
    }
    if outline.touchesKeys { lastKeysIndex = index }
    if thoroughness == .authority { try takePins(outline, bytes, at: index) }
    try takeTime(outline, bytes, at: index, precedesKeys: precedesKeys)
    if precedesKeys { unsignedTail += 1 } else { unsignedTail = 0 }
  }

  /// The root of the entries taken so far.
  public mutating func root() throws(AuditingError) -> MerkleHash {
    try frontier.root(using: &hashing)
  }

  /// Holds a checkpoint against the log as it stands.
  ///
  /// - Throws: `.outOfOrder` if it is of another size, `.originMismatch`, `.rootMismatch`,
  ///   `.unknownSigner` or `.badSignature`; with `.everyEntry` `.notAuthorised` if an entry of the
  ///   commit names another as its actor: only a change of authority bears that one's signature.
  public mutating func check(_ signed: SignedCheckpoint) throws(AuditingError) {
    let authority = try self.authority()
    guard signed.checkpoint.size == size else { throw AuditingError(.outOfOrder, index: size) }
    guard signed.checkpoint.origin == authority.vaultID.origin else {
      throw AuditingError(.originMismatch, index: size)
    }
    guard signed.checkpoint.root == (try root()) else {
      throw AuditingError(.rootMismatch, index: size)
    }
    try signed.verify(by: authority)
    guard actors.allSatisfy({ $0 == signed.signer }) else {
      throw AuditingError(.notAuthorised, index: size, detail: "signed by another than who acted")
    }
    actors.removeAll(keepingCapacity: true)
    lastActor = nil
    signedSize = size
    unsignedTail = 0
  }

  /// What the entries taken so far authorise.
  ///
  /// - Throws: `.missing` before entry 0.
  public func authority() throws(AuditingError) -> Authority {
    guard let state else { throw AuditingError(.missing, detail: "entry 0") }
    return state
  }

  /// Whether the log is complete under signatures: every entry after the newest checkpoint is of a
  /// kind that is written before a key is open.
  ///
  /// A log that was resumed counts as signed up to there.
  public var isFullySigned: Bool {
    let checked = max(signedSize, resumedSize)
    return checked > 0 && size - checked == unsignedTail
  }

  /// Remembers the latest time; what nobody signs for could bear any.
  private mutating func takeTime(
    _ outline: EntryOutline, _ bytes: Span<UInt8>, at index: Int, precedesKeys: Bool
  ) throws(AuditingError) {
    guard let range = outline.time, let time = EntryTime(bytes.extracting(range)) else {
      throw AuditingError(.malformed, index: index, detail: "time")
    }
    guard !precedesKeys, latest.map({ $0 < time }) ?? true else { return }
    guard let moment = time.timestamp else {
      throw AuditingError(.malformed, index: index, detail: "time")
    }
    note(time, of: moment)
  }

  private mutating func note(_ time: EntryTime, of moment: Timestamp) {
    guard latest.map({ $0 < time }) ?? true else { return }
    latest = time
    latestTime = max(latestTime, moment)
  }

  /// Remembers what the entry pins.
  private mutating func takePins(
    _ outline: EntryOutline, _ bytes: Span<UInt8>, at index: Int
  ) throws(AuditingError) {
    // Neither a code nor a digest needs JSON escapes: they stand between their quotes as they are.
    if let row = outline.row, let person = outline.person, row.count >= 2, person.count >= 2 {
      let digest = bytes.extracting(row.lowerBound + 1..<row.upperBound - 1)
      let code = bytes.extracting(person.lowerBound + 1..<person.upperBound - 1)
      try pins.take(row: PinnedDigest(hex: digest), of: code, at: index)
    }
    if let action = outline.action, EntryOutline.equal(bytes, action, "\"employer-set\"") {
      pins.take(employer: try Entry(parsing: bytes).content.detail)
    }
    guard let lockboxes = outline.lockboxes else { return }
    guard case .object(let members) = try CanonicalValue(canonical: bytes.extracting(lockboxes))
    else { throw AuditingError(.malformed, index: index, detail: "lockboxes") }
    for (key, value) in members {
      guard case .string(let text) = value else {
        throw AuditingError(.malformed, index: index, detail: "lockboxes")
      }
      let digest = Array(text.utf8)
      try pins.take(lockbox: PinnedDigest(hex: digest.span), of: key, at: index)
    }
  }

  /// Most entries of a commit name the same user as the one before.
  private mutating func note(actor quoted: Span<UInt8>) {
    let actor = quoted.extracting(droppingFirst: 1).extracting(droppingLast: 1)
    if let lastActor, KnownMembers.equal(actor, lastActor.span) { return }
    let bytes = Array(copying: actor)
    lastActor = bytes
    actors.insert(String(decoding: bytes, as: UTF8.self))
  }

  private mutating func study(
    _ bytes: Span<UInt8>, at index: Int, precedesKeys: Bool
  ) throws(AuditingError) {
    let entry: Entry
    do throws(AuditingError) {
      entry = try Entry(parsing: bytes)
    } catch {
      throw error.at(index: index)
    }
    guard entry.index == index else { throw AuditingError(.outOfOrder, index: index) }
    // Nobody signs for these, so whoever can write the file can write them: they bind nothing.
    guard !precedesKeys || !entry.content.bindsAnything else {
      throw AuditingError(.notAuthorised, index: index, detail: "an unsigned entry that binds")
    }
    lastTime = entry.time
    if entry.content.authority != nil {
      authorityEntries += 1
    } else if thoroughness == .everyEntry, !precedesKeys {
      actors.insert(entry.content.actor)
    }
    do throws(AuditingError) {
      if let restore = try DeclaredRestore(entry) { restores.append(restore) }
    } catch {
      throw error.at(index: index)
    }
    if index == 0 {
      let authority = try Authority(entry: entry, bytes: bytes)
      if let expected, expected != authority.vaultID {
        throw AuditingError(.originMismatch, index: 0, detail: "vault id")
      }
      state = authority
    } else {
      try state?.apply(entry, after: latestTime)
    }
  }
}
