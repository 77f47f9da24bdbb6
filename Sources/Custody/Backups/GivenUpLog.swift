internal import Auditing
internal import Storage

/// The log that a restore gives up, by what is known of it: the records that stand there, the keys, and
/// the checkpoints kept outside.
struct GivenUpLog {
  /// What the records say; nil where they are missing or do not verify.
  let records: GivenUpRecords?
  /// The newest checkpoint of it; nil if nothing is known that the backup lacks.
  let abandoned: SignedCheckpoint?
  /// Whether somebody whom a log knows signed that.
  let isVerified: Bool
  /// Whether the records contain everything that was seen of the log.
  let isWhole: Bool
  /// Whether the keys are known to be as new as the records.
  let keysAreKnown: Bool

  /// What is read before the backup is opened.
  struct Reading {
    private let records: GivenUpRecords?
    private let kept: [SignedCheckpoint]
    private let keys: SignedCheckpoint
    /// Of records that do not verify.
    private let loose: [SignedCheckpoint]

    /// - Parameter store: One that has the keys open.
    init(
      _ manifest: BackupManifest, _ replacement: any RecordsReplacement, keys store: any VaultStore,
      _ environment: VaultEnvironment
    ) throws(CustodyError) {
      kept = try environment.keeper?.kept(for: manifest.vault).map(\.signed) ?? []
      keys = try CustodyError.gathering {
        try SignedCheckpoint(parsing: try store.keysHead().checkpoint)
      }
      var inside = environment
      inside.keeper = nil
      records = try GivenUpRecords.read(
        replacement, inside, of: manifest.vault,
        rememberingRootsAt: Set((kept + [keys]).map(\.checkpoint.size)))
      loose =
        records == nil
        ? try GivenUpRecords.checkpoints(in: replacement, after: manifest.logSize) : []
    }

    /// The checkpoints known, but for the keys' own.
    var seen: [SignedCheckpoint] { kept + loose + (records.map { [$0.checkpoint] } ?? []) }

    /// - Parameters:
    ///   - abandoned: Those that the backup's log does not contain.
    ///   - authority: Who may do what by the backup's log.
    /// - Throws: `.integrity` for keys that are older than the records.
    func finish(
      abandoned: [SignedCheckpoint], by authority: Authority
    ) throws(CustodyError) -> GivenUpLog {
      let verified = abandoned.filter { isVerified($0, by: authority) }
      let newest = (verified.isEmpty ? abandoned : verified)
        .max { $0.checkpoint.size < $1.checkpoint.size }
      let hasSeenAll = try records?.hasSeenAll(keys) ?? false
      let isWhole = records.map { records in
        // Records older than their keys lack what came between, also where no account kept a checkpoint.
        keys.checkpoint.size <= records.checkpoint.checkpoint.size
          && kept.allSatisfy { records.roots[$0.checkpoint.size] == $0.checkpoint.root }
      }
      return GivenUpLog(
        records: records, abandoned: newest, isVerified: newest == nil || !verified.isEmpty,
        isWhole: isWhole ?? false, keysAreKnown: hasSeenAll && isWhole == true)
    }

    /// Whoever can write the files can write a checkpoint of any size; only a user can sign one.
    private func isVerified(_ signed: SignedCheckpoint, by authority: Authority) -> Bool {
      if signed == records?.checkpoint { return true }
      return [records?.authority, authority].contains { known in
        do throws(AuditingError) {
          try known.map { (authority) throws(AuditingError) in try signed.verify(by: authority) }
          return known != nil
        } catch {
          return false
        }
      }
    }
  }

  /// What the restore's entry and its summary say of it.
  ///
  /// - Parameter register: That of the vault's own log.
  func state(beside vault: Vault, _ register: CarriedRegister) -> GivenUpState {
    // What an earlier restore lost is in no log that this one could carry it over from.
    let lost = records?.register.unknown(besides: register) ?? []
    return GivenUpState(
      registerIsWhole: isWhole && !lost.contains(.register), checkpointIsVerified: isVerified,
      keysAreKnown: keysAreKnown && !lost.contains(.keys),
      holdsAreKnown: isWhole && records?.holds != nil && !lost.contains(.holds),
      policy: records.flatMap {
        $0.policyDigest == vault.authority.policyDigest ? nil : $0.policyDigest
      })
  }
}
