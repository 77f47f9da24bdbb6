import Glibc
import Storage

/// The folders and files of a vault, resolved and checked before SQLite touches any of them.
struct VaultFolder {
  /// The resolved folder of the records.
  let folder: String
  /// The resolved folder of the keys.
  let keysFolder: String

  var records: String { folder + "/vault.sqlite" }
  var keys: String { keysFolder + "/keys.sqlite" }

  /// A copy of a backup, on its way to become the records.
  var replacement: String { records + ".restoring" }

  func path(of file: StorageFile) -> String { file == .records ? records : keys }

  private static let checking: StaticString = "checking the vault's files"
  private static let making: StaticString = "making the vault's files"

  /// Takes an existing vault.
  ///
  /// - Throws: ``StorageError`` when something is missing, too open, a link, or left by a crash
  ///   in a folder of another name.
  init(existing folder: String, keysFolder: String?) throws(StorageError) {
    try self.init(folder, keysFolder, needsRecords: true)
  }

  /// Takes a vault whose records are replaced, which may be missing.
  ///
  /// - Throws: As ``init(existing:keysFolder:)`` does.
  init(replacing folder: String, keysFolder: String?) throws(StorageError) {
    try self.init(folder, keysFolder, needsRecords: false)
  }

  private init(
    _ folder: String, _ keysFolder: String?, needsRecords: Bool
  ) throws(StorageError) {
    try Self.checkFolder(folder, .records)
    try Self.checkFolder(keysFolder ?? folder + "/keys", .keys)
    self.folder = try Self.resolve(folder, .records)
    self.keysFolder = try Self.resolve(keysFolder ?? folder + "/keys", .keys)
    for file in [StorageFile.records, .keys] {
      let isOptional = file == .records && !needsRecords
      try Self.checkFile(path(of: file), file, optional: isOptional)
      for suffix in ["-journal", "-wal", "-shm"] {
        try Self.checkFile(path(of: file) + suffix, file, optional: true)
      }
      try Journal.check(path(of: file) + "-journal", file: file, folder: self.folder)
    }
  }

  /// Makes the folders and empty files of a new vault; on failure what it made is removed.
  ///
  /// - Throws: ``StorageError`` with `.exists` when the folder or the keys file is there.
  init(creating folder: String, keysFolder: String?) throws(StorageError) {
    var made: [String] = []
    do throws(StorageError) {
      try Self.makeFolder(folder, .records, &made)
      let keysPath = keysFolder ?? folder + "/keys"
      if keysFolder == nil || !Self.isThere(keysPath) {
        try Self.makeFolder(keysPath, .keys, &made)
      } else {
        try Self.checkFolder(keysPath, .keys)
      }
      self.folder = try Self.resolve(folder, .records)
      self.keysFolder = try Self.resolve(keysPath, .keys)
      try Self.makeFile(self.folder + "/vault.sqlite", .records, [], &made)
      try Self.makeFile(self.keysFolder + "/keys.sqlite", .keys, [], &made)
      let tag = self.keysFolder + "/CACHEDIR.TAG"
      if !Self.isThere(tag) { try Self.makeFile(tag, .keys, Self.cacheTag, &made) }
      for path in [self.folder, self.folder + "/..", self.keysFolder, self.keysFolder + "/.."] {
        Self.synchronise(path)
      }
    } catch {
      for path in made.reversed() { _ = unsafe remove(path) }
      throw error
    }
  }

  /// Removes the files and, where they are empty then, the folders.
  func discard() {
    let files = [records, keys].flatMap { [$0, $0 + "-journal"] }
    for path in files + [keysFolder + "/CACHEDIR.TAG", keysFolder, folder] {
      _ = unsafe remove(path)
    }
  }

  /// The signature by which backup tools know a folder to leave out (Cache Directory Tagging
  /// Specification).
  private static let cacheTag = Array(
    """
    Signature: 8a477f597d28d172789f06886806bc55
    # This folder holds the keys of a My Number vault. Ordinary backups must leave it out.

    """.utf8)
}

// MARK: - Checks

extension VaultFolder {
  static func isThere(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// Reads a path's own status, not that of what a link points to; nil when nothing is there.
  private static func status(
    _ path: String, _ file: StorageFile
  ) throws(StorageError) -> stat? {
    var status = stat()
    if unsafe lstat(path, &status) == 0 { return status }
    let code = errno
    if code == ENOENT || code == ENOTDIR { return nil }
    throw StorageError(.failed(code), file: file, doing: checking)
  }

  private static func checkFolder(_ path: String, _ file: StorageFile) throws(StorageError) {
    guard let status = try status(path, file) else {
      throw StorageError(.missing, file: file, doing: checking)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw StorageError(.notRegularFile(path: path), file: file, doing: checking)
    }
    try checkPermissions(path, status, file)
  }

  private static func checkFile(
    _ path: String, _ file: StorageFile, optional: Bool
  ) throws(StorageError) {
    guard let status = try status(path, file) else {
      if optional { return }
      throw StorageError(.missing, file: file, doing: checking)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw StorageError(.notRegularFile(path: path), file: file, doing: checking)
    }
    try checkPermissions(path, status, file)
  }

  private static func checkPermissions(
    _ path: String, _ status: stat, _ file: StorageFile
  ) throws(StorageError) {
    guard status.st_mode & 0o077 == 0, status.st_uid == geteuid() else {
      throw StorageError(.permissionsTooWide(path: path), file: file, doing: checking)
    }
  }

  private static func resolve(
    _ path: String, _ file: StorageFile
  ) throws(StorageError) -> String {
    guard let resolved = unsafe realpath(path, nil) else {
      throw StorageError(.failed(errno), file: file, doing: checking)
    }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}

// MARK: - Making

extension VaultFolder {
  private static func makeFolder(
    _ path: String, _ file: StorageFile, _ made: inout [String]
  ) throws(StorageError) {
    guard unsafe mkdir(path, 0o700) == 0 else { throw failure(file) }
    made.append(path)
    // A default access list of the parent could have widened it.
    guard unsafe chmod(path, 0o700) == 0 else { throw failure(file) }
  }

  private static func makeFile(
    _ path: String, _ file: StorageFile, _ bytes: [UInt8], _ made: inout [String]
  ) throws(StorageError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(file) }
    defer { Glibc.close(descriptor) }
    made.append(path)
    let written = unsafe bytes.withUnsafeBytes {
      unsafe write(descriptor, $0.baseAddress, $0.count)
    }
    guard written == bytes.count, fchmod(descriptor, 0o600) == 0, fsync(descriptor) == 0 else {
      throw failure(file)
    }
  }

  /// Makes a folder's new names durable; a file system that cannot is not worth failing for.
  static func synchronise(_ folder: String) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = Glibc.close(descriptor)
  }

  private static func failure(_ file: StorageFile) -> StorageError {
    let code: StorageError.Code =
      switch errno {
      case EEXIST: .exists
      case ENOENT, ENOTDIR: .missing
      case ENOSPC, EDQUOT: .diskFull
      case let other: .failed(other)
      }
    return StorageError(code, file: file, doing: making)
  }
}
