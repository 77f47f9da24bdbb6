internal import Custody
internal import Glibc

/// The small files in which checkpoints are kept.
@safe enum KeptFile {
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  // MARK: Reading

  /// The names in a folder, sorted, without those that begin with a dot; none if it is not there.
  static func names(in folder: String) throws(CustodyError) -> [String] {
    guard let stream = unsafe opendir(folder) else {
      if errno == ENOENT { return [] }
      throw unreadable(folder)
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// A whole file; nil if it is not there.
  ///
  /// - Throws: `.integrity` if it cannot be read or is longer than `limit`.
  static func bytes(_ path: String, limit: Int) throws(CustodyError) -> [UInt8]? {
    try reading(path) { (descriptor, size) throws(CustodyError) in
      guard size <= limit else { throw unreadable(path) }
      return try read(descriptor, from: 0, count: size, path)
    }
  }

  private static func reading(
    _ path: String, _ body: (Int32, Int) throws(CustodyError) -> [UInt8]?
  ) throws(CustodyError) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw unreadable(path)
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw unreadable(path)
    }
    return try body(descriptor, Int(status.st_size))
  }

  private static func read(
    _ descriptor: Int32, from start: Int, count: Int, _ path: String
  ) throws(CustodyError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = unsafe bytes.withUnsafeMutableBytes { raw in
        unsafe pread(
          descriptor, raw.baseAddress?.advanced(by: done), count - done, off_t(start + done))
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw unreadable(path) }
      done += got
    }
    return bytes
  }

  private static func unreadable(_ path: String) -> CustodyError {
    CustodyError(.integrity("\(path): the kept checkpoint cannot be read"))
  }

  // MARK: Writing

  /// Puts a file in the place of another, atomically, mode 0600; its folders are made, mode 0700.
  static func replace(_ path: String, with bytes: [UInt8]) throws(CustodyError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    try makeFolders(folder)
    let temporary = "\(folder)/.\(parts.last ?? "").\(getpid())"
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
    try write(bytes, to: temporary, in: folder, flags)
    guard unsafe rename(temporary, path) == 0 else {
      let error = failure(folder)
      _ = unsafe unlink(temporary)
      throw error
    }
    synchronise(folder)
  }

  /// Removes a file.
  static func remove(_ path: String) throws(CustodyError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw failure(path) }
  }

  /// Appends to a file, which is made with mode 0600 if it is not there.
  static func append(_ bytes: [UInt8], to path: String) throws(CustodyError) {
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    try write(bytes, to: path, in: path, flags)
  }

  /// One call of `write`, so that what two processes append does not mix.
  private static func write(
    _ bytes: [UInt8], to path: String, in place: String, _ flags: Int32
  ) throws(CustodyError) {
    let descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else { throw failure(place) }
    defer { close(descriptor) }
    let count = unsafe bytes.withUnsafeBytes { raw in
      unsafe Glibc.write(descriptor, raw.baseAddress, raw.count)
    }
    guard count < 0 || count == bytes.count else {
      takeBack(count, descriptor)
      throw failure(place, ENOSPC)
    }
    guard count >= 0, fsync(descriptor) == 0 else { throw failure(place) }
  }

  /// Takes back what a full disk cut short, since a torn end would stop the next opening; in a file
  /// that can only be appended to, it stays.
  private static func takeBack(_ count: Int, _ descriptor: Int32) {
    let end = lseek(descriptor, 0, SEEK_CUR)
    guard end >= count, lseek(descriptor, 0, SEEK_END) == end else { return }
    _ = ftruncate(descriptor, end - count)
  }

  private static func makeFolders(_ folder: String) throws(CustodyError) {
    guard !isFolder(folder) else { return }
    let parent = folder.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    if parent.count > 1 { try makeFolders(parent.joined(separator: "/")) }
    guard unsafe mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw failure(folder) }
  }

  private static func synchronise(_ folder: String) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }

  private static func failure(_ place: String, _ number: Int32 = errno) -> CustodyError {
    CustodyError(.checkpointNotKept(place: place, number: number))
  }
}
