import Glibc
public import Storage

/// Replaces vault.sqlite by a copy of a backup, with the keys as they are.
///
/// The copy is `vault.sqlite.restoring`. Its transaction with the keys is one of SQLite's over two
/// files; the rename that follows is one step. Stopped between the two, the vault does not open (the
/// keys have seen a log that the old records lack), and the restore is done again.
public final class VaultReplacement: RecordsReplacement {
  private let folder: VaultFolder
  private let busyTimeout: Double
  private var lock: RecordsLock?
  private var isFinished = false

  private static let doing: StaticString = "replacing the records"

  /// Begins; others who would write to the vault wait until the end.
  ///
  /// - Throws: ``StorageError`` as opening a vault does, but for records that are missing or damaged.
  public init(
    folder: String, keysFolder: String? = nil, busyTimeout: Double = 5
  ) throws(StorageError) {
    self.folder = try VaultFolder(replacing: folder, keysFolder: keysFolder)
    self.busyTimeout = busyTimeout
    lock =
      VaultFolder.isThere(self.folder.records)
      ? try RecordsLock(self.folder.records, busyTimeout: busyTimeout) : nil
    discard()
  }

  deinit { giveUp() }

  public func giveUp() {
    if !isFinished { discard() }
    isFinished = true
    lock?.release()
    lock = nil
  }

  public func standing() throws(StorageError) -> (any VaultStore)? {
    guard VaultFolder.isThere(folder.records) else { return nil }
    do throws(StorageError) {
      return try SQLiteVaultStore.open(folder, records: folder.records, busyTimeout: busyTimeout)
    } catch {
      switch error.code {
      case .corrupt, .wrongFormat: return nil
      default: throw error
      }
    }
  }

  public func copy(
    from path: String, _ body: (Span<UInt8>) -> Void
  ) throws(StorageError) {
    let source = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard source >= 0 else { throw failure() }
    defer { _ = close(source) }
    var status = stat()
    guard unsafe fstat(source, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw StorageError(.notRegularFile(path: path), doing: Self.doing)
    }
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let target = unsafe open(folder.replacement, flags, 0o600)
    guard target >= 0 else { throw failure() }
    defer { _ = close(target) }
    try copy(source, to: target, body)
    guard fchmod(target, 0o600) == 0, fsync(target) == 0 else { throw failure() }
  }

  private func copy(
    _ source: Int32, to target: Int32, _ body: (Span<UInt8>) -> Void
  ) throws(StorageError) {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe read(source, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure() }
      if count == 0 { return }
      body(chunk.span.extracting(first: count))
      let written = unsafe chunk.withUnsafeBytes { unsafe write(target, $0.baseAddress, count) }
      guard written == count else { throw failure() }
    }
  }

  public func opened() throws(StorageError) -> any VaultStore {
    try SQLiteVaultStore.open(
      folder, records: folder.replacement, busyTimeout: busyTimeout)
  }

  public func finish(settingAside name: String) throws(StorageError) -> Bool {
    let aside = folder.folder + "/" + name
    let isThere = VaultFolder.isThere(folder.records)
    if isThere {
      guard unsafe link(folder.records, aside) == 0 else { throw failure() }
    }
    // Of what is no database SQLite has left its journals, which are not those of the copy.
    for suffix in ["-journal", "-wal", "-shm"] where VaultFolder.isThere(folder.records + suffix) {
      guard unsafe rename(folder.records + suffix, aside + suffix) == 0 else { throw failure() }
    }
    guard unsafe rename(folder.replacement, folder.records) == 0 else { throw failure() }
    VaultFolder.synchronise(folder.folder)
    isFinished = true
    return isThere
  }

  /// Removes the copy, be it of a restore that was interrupted.
  private func discard() {
    for suffix in ["", "-journal"] { _ = unsafe unlink(folder.replacement + suffix) }
  }

  private func failure() -> StorageError {
    let code: StorageError.Code =
      switch errno {
      case EEXIST: .exists
      case ENOENT, ENOTDIR: .missing
      case ENOSPC, EDQUOT: .diskFull
      case let other: .failed(other)
      }
    return StorageError(code, doing: Self.doing)
  }
}
