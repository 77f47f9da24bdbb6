import Glibc

/// A file that was made before, by its folder, name and inode: looked at and destroyed, and nothing
/// else in its place.
///
/// A digest would tell more of a file, but must not be kept of one that holds numbers.
@safe public struct MadeFile: Sendable {
  /// What stands at the place of a file.
  public enum Finding: Hashable, Sendable {
    /// The file, with as many bytes as it had.
    case there
    /// Nothing, or the folder is gone.
    case missing
    /// A symbolic link, there or on the way.
    case link
    /// Another file, or what is no file.
    case another
    /// The file with another count of bytes.
    case resized(Int)
  }

  /// The folder, resolved when the file was made.
  public let folder: String
  /// The name in it.
  public let name: String
  /// The inode in hexadecimal; nil where it is not known, for a file that was never whole.
  public let inode: String?
  /// How many bytes it has; nil where that is not known.
  public let count: Int?

  /// Names a file that was made.
  public init(folder: String, name: String, inode: String?, count: Int?) {
    self.folder = folder
    self.name = name
    self.inode = inode
    self.count = count
  }

  /// The path.
  public var path: String { folder + "/" + name }

  /// Looks at what stands there now.
  ///
  /// - Throws: `inputOutput`.
  public func look() throws(TextError) -> Finding {
    guard let place = try openFolder() else { return try folderFinding() }
    defer { _ = close(place) }
    return try look(in: place)
  }

  /// Whether it is certain that the file does not stand there.
  public var isGone: Bool {
    do throws(TextError) {
      switch try look() {
      case .missing, .another: return true
      case .there, .link, .resized: return false
      }
    } catch {
      return false
    }
  }

  /// Overwrites the file with zeros, makes that durable, then takes its name away.
  ///
  /// Stopped half-way, it can be done again: the name goes last. What a file system or a device keeps
  /// beside the blocks of the file is out of reach.
  /// - Returns: `.there` once it is done; any other finding leaves all as it was.
  /// - Throws: `inputOutput`.
  public func destroy() throws(TextError) -> Finding {
    guard let place = try openFolder() else { return try folderFinding() }
    defer { _ = close(place) }
    let finding = try look(in: place)
    guard finding == .there else { return finding }
    let file = unsafe openat(place, name, O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .inputOutput(number: errno) }
    defer { _ = close(file) }
    var opened = stat()
    guard unsafe fstat(file, &opened) == 0 else { throw .inputOutput(number: errno) }
    // What was looked at by name may have been changed since for another.
    let isSame = judge(opened)
    guard isSame == .there else { return isSame }
    try Self.overwrite(file, count: Int(opened.st_size))
    return try unlink(opened, in: place)
  }

  /// Removes the name if it is still that of the file which was overwritten.
  private func unlink(_ file: stat, in place: Int32) throws(TextError) -> Finding {
    var named = stat()
    guard unsafe fstatat(place, name, &named, AT_SYMLINK_NOFOLLOW) == 0,
      named.st_ino == file.st_ino, named.st_dev == file.st_dev
    else { return .another }
    guard unsafe unlinkat(place, name, 0) == 0 else { throw .inputOutput(number: errno) }
    _ = fsync(place)
    return .there
  }

  /// The folder, if it is still the one at its path; nil where it is not.
  func openFolder() throws(TextError) -> Int32? {
    guard PrivateFolder.resolved(folder) == folder else { return nil }
    let place = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard place < 0 else { return place }
    guard [ENOENT, ENOTDIR, ELOOP].contains(errno) else { throw .inputOutput(number: errno) }
    return nil
  }

  /// Why there is no such folder: a link stands on the way, or nothing.
  func folderFinding() throws(TextError) -> Finding {
    PrivateFolder.resolved(folder) == nil ? .missing : .link
  }

  func look(in place: Int32) throws(TextError) -> Finding {
    var status = stat()
    guard unsafe fstatat(place, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      guard errno == ENOENT else { throw .inputOutput(number: errno) }
      return .missing
    }
    return judge(status)
  }

  func judge(_ status: stat) -> Finding {
    if status.st_mode & S_IFMT == S_IFLNK { return .link }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else { return .another }
    if let inode, inode != Self.text(status.st_ino) { return .another }
    if let count, count != Int(status.st_size) { return .resized(Int(status.st_size)) }
    return .there
  }

  private static func overwrite(_ file: Int32, count: Int) throws(TextError) {
    let zeros = [UInt8](repeating: 0, count: 1 << 16)
    var done = 0
    while done < count {
      let part = min(zeros.count, count - done)
      try Descriptor.write(file, zeros.span.extracting(0..<part))
      done += part
    }
    guard fsync(file) == 0 else { throw .inputOutput(number: errno) }
  }

  static func text(_ inode: ino_t) -> String { String(UInt64(inode), radix: 16) }
}
