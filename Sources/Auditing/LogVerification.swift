internal import JSON
internal import Secrets

/// Checks an exported log offline, line by line, with a vault id or a checkpoint from outside.
///
/// No key of the export is trusted: entry 0 must hash to the vault id, and every other key follows
/// from there. Each line stands in its one encoding; each checkpoint is held
/// against the entries before it. Memory does not grow with the log, but for its users and keys.
///
/// Every commit ends with a checkpoint, and its entries bear one time: between entries of two times
/// a checkpoint must stand. It is signed by whoever the entries before it name as their actor, so
/// that nobody can write what another did. The last line counts entries and checkpoints: what is lost
/// by accident shows without anything from outside, and what is cut on purpose by a checkpoint of it.
public struct LogVerification: ~Copyable {
  /// How long a line may be, in bytes.
  public static let lineLimit = 1 << 20

  private let vault: VaultID
  private let trusted: SignedCheckpoint?
  private var replay: LogReplay
  private var proof: (any LogProof)?
  private var newest: SignedCheckpoint?
  private var checkpoints = 0
  private var line: [UInt8] = []
  private var lineNumber = 1
  private var isClosed = false
  private var failure: AuditingError?

  /// Trusts a vault id and, if given, a checkpoint that was kept elsewhere.
  ///
  /// - Parameter statement: What a file beside the log states, to be held against it.
  /// - Throws: `.originMismatch` if the two name different logs, `.malformed` for a checkpoint of
  ///   nothing.
  public init(
    trusting vault: VaultID, containing checkpoint: SignedCheckpoint? = nil,
    proving statement: LogStatement? = nil
  ) throws(AuditingError) {
    if let checkpoint { try Self.check(checkpoint.checkpoint, names: vault) }
    let proof = statement?.proof
    self.init(
      vault: vault, trusted: checkpoint, proof,
      replay: try LogReplay(
        expecting: vault, thoroughness: .everyEntry, rememberingRootsAt: proof?.sizes ?? []))
  }

  /// Trusts a checkpoint that was kept elsewhere; its origin gives the vault id.
  ///
  /// - Throws: `.malformed` if the origin is no vault's.
  public init(
    containing checkpoint: SignedCheckpoint, proving statement: LogStatement? = nil
  ) throws(AuditingError) {
    guard let vault = VaultID(text: checkpoint.checkpoint.origin) else {
      throw AuditingError(.malformed, detail: "origin of the checkpoint from outside")
    }
    try self.init(trusting: vault, containing: checkpoint, proving: statement)
  }

  private init(
    vault: VaultID, trusted: SignedCheckpoint?, _ proof: (any LogProof)?,
    replay: consuming LogReplay
  ) {
    self.proof = proof
    self.vault = vault
    self.trusted = trusted
    self.replay = replay
  }

  private static func check(
    _ checkpoint: Checkpoint, names vault: VaultID
  ) throws(AuditingError) {
    guard checkpoint.origin == vault.origin else {
      throw AuditingError(.originMismatch, detail: "the checkpoint from outside")
    }
    guard checkpoint.size > 0 else {
      throw AuditingError(.malformed, detail: "a checkpoint of no entries")
    }
  }

  /// Takes the next bytes of the export, cut anywhere.
  ///
  /// - Throws: The first failure, with the line and, where there is one, the entry's index or the
  ///   size of the checkpoint; it is thrown again by every later call.
  public mutating func take(_ chunk: Span<UInt8>) throws(AuditingError) {
    if let failure { throw failure }
    do throws(AuditingError) {
      try split(chunk)
    } catch {
      let placed = error.at(line: lineNumber)
      failure = placed
      throw placed
    }
  }

  /// Says what was verified, once every byte was taken.
  ///
  /// - Throws: What `take` threw; `.malformed` if the last line does not end with LF; `.missing` if
  ///   there is no entry, if entries other than failed sign-ins follow the newest checkpoint, or if
  ///   the log lacks entries that the checkpoint from outside has seen.
  public consuming func finish() throws(AuditingError) -> LogVerdict {
    if let failure { throw failure }
    guard line.isEmpty else {
      throw AuditingError(.malformed, line: lineNumber, detail: "the last line has no end")
    }
    if let known = trusted?.checkpoint, known.size > replay.size {
      throw missing(
        Self.saying("entries that the checkpoint from outside has seen", replay, known))
    }
    guard let newest, replay.isFullySigned else {
      throw missing("a checkpoint after the last entries")
    }
    guard isClosed else { throw missing("the line that ends the log") }
    try proof?.check(replay.roots, after: replay.restores)
    let authority = try replay.authority()
    return LogVerdict(
      vaultID: authority.vaultID, entries: replay.size, signedSize: replay.signedSize,
      unsignedTail: replay.unsignedTail, newestCheckpoint: newest, checkpoints: checkpoints,
      authorityEntries: replay.authorityEntries,
      users: authority.users.values.sorted { $0.addedIndex < $1.addedIndex })
  }

  // MARK: Lines

  private mutating func split(_ chunk: Span<UInt8>) throws(AuditingError) {
    var start = 0
    for place in chunk.indices where chunk[place] == LogLine.end {
      let part = chunk.extracting(start...place)
      try checkLength(line.count + part.count - 1)
      if line.isEmpty {
        try takeLine(part)
      } else {
        var whole = line
        line = []
        whole.append(copying: part)
        try takeLine(whole.span)
      }
      lineNumber += 1
      start = place + 1
    }
    let rest = chunk.extracting(start...)
    try checkLength(line.count + rest.count)
    line.append(copying: rest)
  }

  private func checkLength(_ count: Int) throws(AuditingError) {
    guard count < Self.lineLimit else {
      throw AuditingError(.malformed, detail: "line too long")
    }
  }

  private mutating func takeLine(_ line: Span<UInt8>) throws(AuditingError) {
    guard !isClosed else { throw AuditingError(.malformed, detail: "a line after the last one") }
    if lineNumber == 1 {
      try takeHeader(line)
    } else if PlainScan.end(of: LogLine.entryStart, at: 0, in: line) != nil {
      try takeEntry(line)
    } else if PlainScan.end(of: LogLine.checkpointStart, at: 0, in: line) != nil {
      try takeCheckpoint(line)
    } else if PlainScan.end(of: LogLine.closingStart, at: 0, in: line) != nil {
      try takeClosing(line)
    } else {
      throw AuditingError(.malformed, detail: "kind of line")
    }
  }

  private func takeHeader(_ line: Span<UInt8>) throws(AuditingError) {
    guard Array(copying: line) != LogLine.header(origin: vault.origin) else { return }
    var members = try MemberReader(Self.parsed(line))
    guard try members.string("format") == LogLine.format else {
      throw AuditingError(.wrongFormat)
    }
    guard try Array(members.string("origin").utf8) == Array(vault.origin.utf8) else {
      throw AuditingError(.originMismatch, detail: "header")
    }
    try members.end()
    throw AuditingError(.notCanonical)
  }

  private mutating func takeEntry(_ line: Span<UInt8>) throws(AuditingError) {
    let index = replay.size
    guard let parts = EntryLineParts(line) else {
      throw AuditingError(.malformed, index: index, detail: "entry line")
    }
    guard let place = PlainScan.integer(at: parts.index.lowerBound, in: line),
      place == (index, parts.index.upperBound)
    else { throw AuditingError(.outOfOrder, index: index) }
    let isCommitOpen = !replay.isFullySigned && index > 0
    let time = replay.lastTime
    let leaf = try replay.take(line.extracting(parts.entry))
    guard Hex.says(line.extracting(parts.leaf), leaf.bytes) else {
      throw AuditingError(.leafMismatch, index: index)
    }
    guard !isCommitOpen || time == replay.lastTime else {
      throw AuditingError(.missing, index: index, detail: "a checkpoint before this entry")
    }
    try proof?.take(line.extracting(parts.entry), at: index)
    try holdTrusted()
  }

  private mutating func takeCheckpoint(_ line: Span<UInt8>) throws(AuditingError) {
    var members = try MemberReader(Self.parsed(line))
    let text = try members.string("checkpoint")
    let size = try members.integer("size")
    try members.end()
    guard size == replay.size, size > replay.signedSize else {
      throw AuditingError(.outOfOrder, index: replay.size, detail: "checkpoint")
    }
    let signed = try parsed(text)
    try replay.check(signed)
    guard Array(copying: line) == LogLine.checkpoint(text, size: size) else {
      throw AuditingError(.notCanonical, index: size)
    }
    newest = signed
    checkpoints += 1
  }

  private mutating func takeClosing(_ line: Span<UInt8>) throws(AuditingError) {
    let closing = LogLine.closing(entries: replay.size, checkpoints: checkpoints)
    guard Array(copying: line) == closing else {
      throw AuditingError(.missing, index: replay.size, detail: "what the last line counts")
    }
    isClosed = true
  }

  private static func parsed(_ line: Span<UInt8>) throws(AuditingError) -> CanonicalValue {
    try CanonicalValue(canonical: line.extracting(droppingLast: 1))
  }

  /// The acting user signs, and nobody else: a second signature would be unchecked bytes.
  private func parsed(_ text: String) throws(AuditingError) -> SignedCheckpoint {
    let signed: SignedCheckpoint
    do throws(AuditingError) {
      signed = try SignedCheckpoint(parsing: Array(text.utf8))
    } catch {
      throw error.at(index: replay.size)
    }
    guard signed.signatures.count == 1 else {
      throw AuditingError(.malformed, index: replay.size, detail: "more than one signature")
    }
    return signed
  }

  private mutating func holdTrusted() throws(AuditingError) {
    guard let trusted, trusted.checkpoint.size == replay.size else { return }
    let root = try replay.root()
    guard trusted.checkpoint.root == root else {
      throw AuditingError(
        .inconsistent, index: trusted.checkpoint.size,
        detail: Self.saying("the checkpoint from outside", replay, trusted.checkpoint))
    }
    let authority = try replay.authority()
    try trusted.verify(by: authority)
  }

  /// What is wrong, with what declared restores say of a log of which somebody kept a checkpoint.
  private static func saying(
    _ what: String, _ replay: borrowing LogReplay, _ known: Checkpoint
  ) -> String {
    replay.restores.loss(of: known).map { what + "; " + $0 } ?? what
  }

  private func missing(_ what: String) -> AuditingError {
    AuditingError(.missing, line: lineNumber, index: replay.size, detail: what)
  }
}
