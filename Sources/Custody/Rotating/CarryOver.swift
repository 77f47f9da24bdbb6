internal import Auditing
internal import JSON
internal import People
internal import Rules
internal import Sealing
internal import Storage

/// Carries over to a key's newest generation what lies under those before it, then destroys these.
///
/// Each batch is one commit: the new wraps with their lockbox, and zeros in the place of the old ones.
/// A value that another process writes meanwhile is met when the whole table is looked through once
/// more, under the lock under which the former generations end.
final class CarryOver {
  /// How many wraps a commit carries over at most.
  static let batchSize = 10_000

  private let hand: KeyHand
  private let key: AuthenticatedKey
  private let batchSize: Int
  private let rows: PinnedRows
  private let opener: Opener<PinnedRows>
  private var generations: [Int64: Int] = [:]
  private var session: Session { hand.session }
  private var vault: Vault { session.vault }

  init(_ hand: KeyHand, to key: AuthenticatedKey, batchSize: Int) throws(CustodyError) {
    self.hand = hand
    self.key = key
    self.batchSize = batchSize
    let rows = try PinnedRows(hand.session.vault)
    self.rows = rows
    opener = try CustodyError.gathering {
      try Opener(vault: hand.session.vault.id, keyRing: hand.ring, rows: rows)
    }
  }

  /// - Returns: How many values were carried over.
  func run(_ progress: (Int) -> Void) throws(CustodyError) -> Int {
    var (last, count): (Int64, Int) = (0, 0)
    while true {
      let transaction = try begin()
      var found = try formerWraps(after: last)
      if found.isEmpty, last > 0 { found = try formerWraps(after: 0) }
      guard let end = found.last?.id else {
        try retire(in: transaction)
        return count
      }
      count += try carry(found, in: transaction)
      last = end
      progress(count)
    }
  }

  /// - Throws: `.busy` if somebody else rotated the key meanwhile.
  private func begin() throws(CustodyError) -> Transaction {
    let transaction = try hand.begin()
    guard transaction.currentAuthority.key(key.name) == key,
      transaction.currentAuthority.rotationUnfinished.contains(key.name)
    else { throw CustodyError(.busy) }
    return transaction
  }

  // MARK: What lies under former generations

  private func formerWraps(after start: Int64) throws(CustodyError) -> [WrapHeader] {
    var found: [WrapHeader] = []
    var last = start
    while true {
      let page: [WrapHeader]
      do throws(StorageError) {
        page = try vault.store.liveWraps(ofKey: Int64(key.number), after: last, limit: 10_000)
      } catch {
        throw CustodyError(error)
      }
      for wrap in page where try generation(of: wrap) < key.generation {
        found.append(wrap)
        if found.count == batchSize { return found }
      }
      guard let end = page.last?.id else { return found }
      last = end
    }
  }

  /// The generation of the lockbox in which a wrap lies, as the log pins it.
  private func generation(of wrap: WrapHeader) throws(CustodyError) -> Int {
    if let known = generations[wrap.lockbox] { return known }
    do throws(SealingError) {
      let lockbox = try rows.lockbox(row: wrap.lockbox)
      guard lockbox.key == key.name else {
        throw SealingError(.notAuthentic, doing: "find the lockbox of wrap \(wrap.id)")
      }
      generations[wrap.lockbox] = lockbox.generation
      return lockbox.generation
    } catch {
      throw CustodyError(error)
    }
  }

  // MARK: A batch

  private func carry(
    _ wraps: [WrapHeader], in transaction: Transaction
  ) throws(CustodyError) -> Int {
    let sealer = try CustodyError.gathering {
      try CollectionSealer(vault: vault.id, random: vault.environment.random)
    }
    var isDone = false
    // Why the work failed matters more than that the wiping of OpenSSL's memory failed too.
    defer { if !isDone { try? finish(sealer) } }
    guard let turn = transaction.currentAuthority.turn(of: key.name) else {
      throw CustodyError(.busy)
    }
    let carrying = try CarriedValues(
      turn, opener, sealer, rows, hand, transaction.currentAuthority)
    let values = try carrying.values(of: wraps)
    try CustodyError.gathering { try finish(sealer) }
    isDone = true
    let count = values.count { !$0.wraps.isEmpty }
    let lockboxes = try transaction.add(
      batchEntry(of: count), pinning: sealer.madeLockboxes)
    for value in values { try value.store(in: vault.store, lockboxes) }
    try transaction.finish(signedBy: session.secrets.signer)
    return count
  }

  private func finish(_ sealer: CollectionSealer) throws(SealingError) {
    try opener.finish()
    try sealer.finish()
  }

  private func batchEntry(of count: Int) -> EntryContent {
    var content = session.entry("rotate-batch")
    content.count = count
    content.touchesKeys = true
    content.detail = ["key": .string(key.name), "generation": .integer(key.generation)]
    if vault.authority.reseals(key.name) { content.detail["resealed"] = .bool(true) }
    return content
  }

  // MARK: The end

  /// Refuses to end the former generations while anything in their lockboxes still has its bytes: a row
  /// whose key or mark somebody changed would be lost with their halves.
  private func checkNothingIsHidden() throws(CustodyError) {
    var last: Int64 = 0
    while true {
      let page: [WrapHeader]
      do throws(StorageError) {
        page = try vault.store.filledWraps(after: last, limit: 10_000)
      } catch {
        throw CustodyError(error)
      }
      for wrap in page where try isFormer(wrap.lockbox) {
        throw CustodyError(
          .integrity(
            "keys.sqlite: wrap \(wrap.id) lies under a former generation of \(key.name) and is "
              + "marked as if it did not"))
      }
      guard let end = page.last?.id else { return }
      last = end
    }
  }

  private func isFormer(_ lockbox: Int64) throws(CustodyError) -> Bool {
    if let known = generations[lockbox] { return known < key.generation }
    do throws(StorageError) {
      guard let row = try vault.store.lockbox(id: lockbox), row.key == key.name else {
        generations[lockbox] = key.generation
        return false
      }
      generations[lockbox] = row.generation
      return row.generation < key.generation
    } catch {
      throw CustodyError(error)
    }
  }

  /// Ends the former generations: nothing lies under them any more, and their halves go.
  private func retire(in transaction: Transaction) throws(CustodyError) {
    try checkNothingIsHidden()
    let former = transaction.currentAuthority.generations(of: key.name).dropLast()
    var content = hand.entry("key-retire")
    content.authority = .keyRetire(key: key.name, before: key.generation)
    try hand.add(content, to: transaction)
    do throws(StorageError) {
      for generation in former {
        _ = try vault.store.eraseGrants(user: nil, key: key.name, generation: generation)
      }
    } catch {
      throw CustodyError(error)
    }
    try transaction.finish(signedBy: session.secrets.signer)
    for ring in [hand.ring, session.keyRing] { ring.drop(key.name, before: key.generation) }
  }
}
