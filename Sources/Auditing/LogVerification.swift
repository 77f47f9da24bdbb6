internal import JSON
internal import Secrets
internal import Threads

/// Checks an exported log offline, line by line, with a vault id or a checkpoint from outside.
///
/// No key of the export is trusted: entry 0 must hash to the vault id, and every other key follows
/// from there. Each line stands in its one encoding; each checkpoint is held
/// against the entries before it. Memory does not grow with the log, but for its users and keys.
/// While lines are checked another thread hashes those that come next.
///
/// Every commit ends with a checkpoint, and its entries bear one time: between entries of two times
/// a checkpoint must stand. It is signed by whoever the entries before it name as their actor, so
/// that nobody can write what another did. The last line counts entries and checkpoints: what is lost
/// by accident shows without anything from outside, and what is cut on purpose by a checkpoint of it.
public struct LogVerification: ~Copyable {
  /// How long a line may be, in bytes.
  public static let lineLimit = 1 << 20
  /// How many bytes are hashed together.
  private static var hashedSize: Int { 1 << 18 }

  private let vault: VaultID
  private let trusted: SignedCheckpoint?
  private var replay: LogReplay
  private var proof: (any LogProof)?
  private let observer: (any LogObserver)?
  private var newest: SignedCheckpoint?
  private var checkpoints = 0
  /// Bytes that were taken and are not yet hashed.
  private var waiting: [UInt8] = []
  /// Where the last whole line of `waiting` ends.
  private var waitingEnd = 0
  private var hashed: Deferred<LogLines>?
  private var lineNumber = 1
  private var isClosed = false
  private var failure: AuditingError?

  /// Whether a file begins as an exported log.
  public static func isLog(beginningWith bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: "{\"format\":".utf8)
  }

  /// Trusts a vault id and, if given, a checkpoint that was kept elsewhere.
  ///
  /// - Parameters:
  ///   - statement: What a file beside the log states, to be held against it.
  ///   - observer: Who looks on.
  /// - Throws: `.originMismatch` if the two name different logs, `.malformed` for a checkpoint of
  ///   nothing.
  public init(
    trusting vault: VaultID, containing checkpoint: SignedCheckpoint? = nil,
    proving statement: LogStatement? = nil, watchedBy observer: (any LogObserver)? = nil
  ) throws(AuditingError) {
    if let checkpoint { try Self.check(checkpoint.checkpoint, names: vault) }
    let proof = statement?.proof
    self.init(
      vault: vault, trusted: checkpoint, proof, observer,
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
    _ observer: (any LogObserver)?, replay: consuming LogReplay
  ) {
    self.proof = proof
    self.observer = observer
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
  /// - Throws: The first failure of the lines that were hashed by now, with the line and, where there
  ///   is one, the entry's index or the size of the checkpoint; it is thrown again by every later
  ///   call. What is wrong in the lines that still wait is thrown later, at last by `finish`.
  public mutating func take(_ chunk: Span<UInt8>) throws(AuditingError) {
    try placed { (self) throws(AuditingError) in
      // In pieces, so that memory does not grow with what is lent at once.
      var rest = chunk
      while !rest.isEmpty {
        let piece = rest.extracting(first: min(rest.count, Self.hashedSize))
        try self.split(piece)
        rest = rest.extracting(droppingFirst: piece.count)
      }
    }
  }

  /// Says what was verified, once every byte was taken.
  ///
  /// - Throws: What `take` throws; `.malformed` if the last line does not end with LF; `.missing` if
  ///   there is no entry, if entries other than failed sign-ins follow the newest checkpoint, or if
  ///   the log lacks entries that the checkpoint from outside has seen.
  public consuming func finish() throws(AuditingError) -> LogVerdict {
    try placed { (self) throws(AuditingError) in try self.takeWaiting() }
    guard waiting.isEmpty else {
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

  /// Remembers the first failure and says where it is.
  private mutating func placed(
    _ work: (inout Self) throws(AuditingError) -> Void
  ) throws(AuditingError) {
    if let failure { throw failure }
    do throws(AuditingError) {
      try work(&self)
    } catch {
      let placed = error.at(line: lineNumber)
      failure = placed
      throw placed
    }
  }

  private mutating func split(_ chunk: Span<UInt8>) throws(AuditingError) {
    let before = waiting.count
    waiting.append(copying: chunk)
    if let last = chunk.indices.last(where: { chunk[$0] == LogLine.end }) {
      waitingEnd = before + last + 1
    }
    guard waiting.count - waitingEnd < Self.lineLimit else {
      try takeWaiting()
      throw Self.tooLong
    }
    guard waitingEnd >= Self.hashedSize else { return }
    let next = cut()
    let previous = hashed
    hashed = Deferred { LogLines(next) }
    if let previous { try takeLines(previous.value()) }
  }

  /// Checks the whole lines that wait.
  private mutating func takeWaiting() throws(AuditingError) {
    if let hashed { try takeLines(hashed.value()) }
    hashed = nil
    try takeLines(LogLines(cut()))
  }

  private mutating func cut() -> [UInt8] {
    // What waits is given away whole; only the line that has begun is copied.
    var rest: [UInt8] = []
    rest.reserveCapacity(waiting.capacity)
    rest += waiting[waitingEnd...]
    waiting.removeSubrange(waitingEnd...)
    let lines = waiting
    waiting = rest
    waitingEnd = 0
    return lines
  }

  private static let tooLong = AuditingError(.malformed, detail: "line too long")

  private mutating func takeLines(_ hashed: LogLines) throws(AuditingError) {
    for line in hashed.lines {
      guard line.range.count <= Self.lineLimit else { throw Self.tooLong }
      try take(line, in: hashed.bytes.span.extracting(line.range))
      lineNumber += 1
    }
  }

  private mutating func take(
    _ hashed: LogLines.Line, in line: Span<UInt8>
  ) throws(AuditingError) {
    guard !isClosed else { throw AuditingError(.malformed, detail: "a line after the last one") }
    if lineNumber == 1 {
      try takeHeader(line)
    } else if PlainScan.end(of: LogLine.entryStart, at: 0, in: line) != nil {
      try takeEntry(line, hashed)
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

  private mutating func takeEntry(
    _ line: Span<UInt8>, _ hashed: LogLines.Line
  ) throws(AuditingError) {
    let index = replay.size
    guard let parts = hashed.parts else {
      throw AuditingError(.malformed, index: index, detail: "entry line")
    }
    guard let place = PlainScan.integer(at: parts.index.lowerBound, in: line),
      place == (index, parts.index.upperBound)
    else { throw AuditingError(.outOfOrder, index: index) }
    let leaf = try replay.takeSigned(line.extracting(parts.entry), leaf: hashed.leaf?.hash)
    guard hashed.leaf?.isStated ?? parts.state(leaf, in: line) else {
      throw AuditingError(.leafMismatch, index: index)
    }
    try proof?.take(line.extracting(parts.entry), at: index)
    try observer?.take(entry: line.extracting(parts.entry), at: index)
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
    try observer?.take(checkpoint: signed, under: replay.authority())
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
