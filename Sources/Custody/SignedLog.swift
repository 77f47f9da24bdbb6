public import Auditing
internal import Storage

/// Reads the log of an opened vault as whoever verifies its export does: every entry parsed, every
/// checkpoint's signature checked, and each commit signed by the user whom its entries name.
///
/// To open a vault the newest checkpoint is enough: it shows that the log is whole. That nobody wrote
/// what another did, only the signature of that very commit shows; what tells of people's deeds is
/// made from here.
public struct SignedLog: ~Copyable {
  private let vault: Vault
  private var replay: LogReplay
  /// How many checkpoints were read, and verified.
  public private(set) var checkpoints = 0

  /// A reader that stands before entry 0.
  public init(of vault: Vault) throws(CustodyError) {
    self.vault = vault
    do throws(AuditingError) {
      replay = try LogReplay(expecting: vault.id, thoroughness: .everyEntry)
    } catch {
      throw CustodyError(error)
    }
  }

  /// Reads what the vault knows and was not read yet.
  ///
  /// - Parameters:
  ///   - entry: Gets each entry's exact bytes. What is made of them counts only once this returns.
  ///   - checkpoint: Gets each checkpoint after the entries that it covers, with what these authorise.
  /// - Throws: `.integrity`, and what the two throw.
  public mutating func read(
    _ entry: (Span<UInt8>) throws(CustodyError) -> Void,
    checkpoint: (SignedCheckpoint, Authority) throws(CustodyError) -> Void = { (_, _) in }
  ) throws(CustodyError) {
    let known = vault.frontier
    var signed = try vault.checkpoints(from: replay.size + 1)[...]
    let reader = LogReader(store: vault.store)
    try reader.forEachEntry(from: replay.size, upTo: known.size) { (bytes) throws(CustodyError) in
      try take(bytes)
      try entry(bytes)
      guard let next = signed.first, next.size == replay.size else { return }
      signed = signed.dropFirst()
      let (verified, authority) = try verified(next.text)
      try checkpoint(verified, authority)
    }
    guard replay.currentFrontier == known, replay.isFullySigned else {
      throw CustodyError(
        .integrity("vault.sqlite: the log is not the one that was checked when it was opened"))
    }
  }

  private mutating func take(_ bytes: Span<UInt8>) throws(CustodyError) {
    do throws(AuditingError) {
      try replay.takeSigned(bytes)
    } catch {
      throw CustodyError(error)
    }
  }

  private mutating func verified(
    _ text: [UInt8]
  ) throws(CustodyError) -> (SignedCheckpoint, Authority) {
    do throws(AuditingError) {
      let signed = try SignedCheckpoint(parsing: text)
      try replay.check(signed)
      checkpoints += 1
      return (signed, try replay.authority())
    } catch {
      throw CustodyError(error)
    }
  }
}
