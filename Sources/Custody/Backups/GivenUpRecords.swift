internal import Auditing
internal import People
internal import Storage

/// What the records that a restore gives up say, as far as their log verifies.
///
/// Their people may be those for whose sake they are replaced: each row is held against the log, and one
/// that does not agree says nothing.
struct GivenUpRecords {
  /// Their newest checkpoint, signed by whom their log knows.
  let checkpoint: SignedCheckpoint
  /// Who may do what by their log.
  let authority: Authority
  /// The roots at the sizes that were asked for.
  let roots: [Int: MerkleHash]
  /// The index of the last entry whose transaction touched the keys.
  let lastKeysIndex: Int?
  /// The digest of the policy that they pin.
  let policyDigest: [UInt8]
  /// The copies and files that they know of.
  private(set) var register = CarriedRegister()
  /// What was destroyed, on which day.
  private(set) var disposals = GivenUpDisposals()
  /// What keeps purges away, by person; nil where their people do not agree with their log.
  private(set) var holds: [PersonCode: [Hold]]?

  /// Reads them; nil where they are missing, another vault's, or do not verify.
  ///
  /// - Throws: `.busy`, `.storage` for what may be whole and could not be read.
  static func read(
    _ replacement: any RecordsReplacement, _ environment: VaultEnvironment, of vault: VaultID,
    rememberingRootsAt sizes: Set<Int>
  ) throws(CustodyError) -> GivenUpRecords? {
    let found: (any VaultStore)?
    do throws(StorageError) {
      found = try replacement.standing()
    } catch {
      throw CustodyError(error)
    }
    guard let store = found else { return nil }
    defer { store.close() }
    do throws(CustodyError) {
      let records = try GivenUpRecords(store, environment, sizes)
      return records.authority.vaultID == vault ? records : nil
    } catch {
      guard error.isDamage else { throw error }
      return nil
    }
  }

  /// The newest checkpoints in the records that stand there, whether those verify or not: who signed them
  /// is asked of each.
  ///
  /// - Parameter size: How many entries the backup's log has.
  static func checkpoints(
    in replacement: any RecordsReplacement, after size: Int
  ) throws(CustodyError) -> [SignedCheckpoint] {
    var texts: [[UInt8]] = []
    do throws(StorageError) {
      guard let store = try replacement.standing() else { return [] }
      defer { store.close() }
      var next = size + 1
      while true {
        let page = try store.checkpoints(from: next, limit: 10_000)
        texts = Array((texts + page.map(\.text)).suffix(mostCheckpoints))
        guard page.count == 10_000, let last = page.last?.size else { break }
        next = last + 1
      }
    } catch {
      guard error.code == .busy else { return [] }
      throw CustodyError(error)
    }
    return texts.compactMap { try? SignedCheckpoint(parsing: $0) }
  }

  /// How many of them are looked at.
  private static let mostCheckpoints = 1000

  private init(
    _ store: any VaultStore, _ environment: VaultEnvironment, _ sizes: Set<Int>
  ) throws(CustodyError) {
    let (vault, roots, last) = try VaultOpening.openGivenUp(
      store, environment: environment, rememberingRootsAt: sizes)
    (self.roots, lastKeysIndex) = (roots, last)
    (checkpoint, authority) = (vault.signature.checkpoint, vault.authority)
    policyDigest = vault.authority.policyDigest
    try readLog(of: vault)
    holds = try Self.holds(in: vault)
  }

  private mutating func readLog(of vault: Vault) throws(CustodyError) {
    var (register, disposals) = (self.register, self.disposals)
    try vault.forEachEntry { (bytes) throws(CustodyError) in
      let isPurge = GivenUpDisposals.concerns(bytes)
      guard isPurge || CarriedRegister.concerns(bytes) else { return }
      let entry: Entry = try CustodyError.gathering { try Entry(parsing: bytes) }
      if isPurge { disposals.take(entry) } else { register.take(entry) }
    }
    (self.register, self.disposals) = (register, disposals)
  }

  private static func holds(in vault: Vault) throws(CustodyError) -> [PersonCode: [Hold]]? {
    var holds: [PersonCode: [Hold]] = [:]
    do throws(CustodyError) {
      try vault.forEachPerson { (person) throws(CustodyError) in
        if !person.record.holds.isEmpty { holds[person.record.code] = person.record.holds }
      }
    } catch {
      guard error.isDamage else { throw error }
      return nil
    }
    return holds
  }

  /// Whether the keys are as new as these records.
  ///
  /// - Returns: False where they have seen another log: that of an interrupted restore, or one that
  ///   nothing here knows.
  /// - Throws: `.integrity` for keys that are older: what was purged since would open with them again.
  func hasSeenAll(_ keys: SignedCheckpoint) throws(CustodyError) -> Bool {
    guard roots[keys.checkpoint.size] == keys.checkpoint.root else { return false }
    guard let lastKeysIndex, lastKeysIndex >= keys.checkpoint.size else { return true }
    throw CustodyError(
      .integrity(
        "keys.sqlite is older than the records that would be given up: their entry \(lastKeysIndex) "
          + "changed keys that it does not have"))
  }
}

extension CustodyError {
  /// Whether what was read is damaged or was tampered with, so that reading it again gives no more.
  fileprivate var isDamage: Bool {
    switch code {
    case .integrity, .badPolicy, .unfinished: return true
    case .storage(let error):
      switch error.code {
      case .corrupt, .wrongFormat: return true
      default: return false
      }
    default: return false
    }
  }
}
