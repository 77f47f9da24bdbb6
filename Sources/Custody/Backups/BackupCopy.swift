internal import Auditing
internal import Secrets
internal import Storage

/// The bytes of one of the vault's files as they were last committed, with the log at that moment.
struct BackupCopy {
  /// How many entries the log had.
  let logSize: Int
  /// The root over them.
  let root: MerkleHash
  /// How many bytes were copied.
  let byteCount: Int
  /// SHA-256 of the bytes.
  let digest: [UInt8]

  /// Copies a file under the lock that keeps others from committing meanwhile, so that it is never
  /// torn, and lends the bytes in order.
  init(
    of file: StorageFile, in vault: Vault, _ body: (Span<UInt8>) -> Void
  ) throws(CustodyError) {
    self = try vault.caughtUp { () throws(CustodyError) in
      var digest = try RunningDigest()
      do throws(StorageError) {
        try vault.store.forEachChunk(of: file) { chunk in
          digest.take(chunk)
          body(chunk)
          return true
        }
      } catch {
        throw CustodyError(error)
      }
      return BackupCopy(
        logSize: vault.logSize, root: try vault.root(), byteCount: digest.count,
        digest: try digest.finish())
    }
  }

  private init(logSize: Int, root: MerkleHash, byteCount: Int, digest: [UInt8]) {
    (self.logSize, self.root) = (logSize, root)
    (self.byteCount, self.digest) = (byteCount, digest)
  }
}
