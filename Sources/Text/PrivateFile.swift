import Glibc

/// An output file that only its owner may read, and that has its name only once it is complete.
///
/// The file is nameless while it is written (`O_TMPFILE`), mode 0600; `finish` syncs it and links
/// it under its name, which must be new. If it is dropped before, nothing is left of it. A file
/// system without nameless files gets a temporary name in the same folder, linked at the end
/// without replacing.
@safe public struct PrivateFile: ~Copyable {
  /// The open file, for writers that take one; closing it stays with this value.
  public let descriptor: Int32
  /// The name it will have.
  public let path: String
  private let folder: String
  /// The temporary name; nil for a nameless file.
  private let temporary: String?

  /// Begins a file.
  ///
  /// - Throws: `outputExists` if something has the name already, `outputNotMade`.
  public init(creating path: String) throws(TextError) {
    let folder = Self.folder(of: path)
    (descriptor, temporary) = try Self.begin(path, in: folder)
    self.path = path
    self.folder = folder
  }

  /// Opens a nameless file, or one under a temporary name.
  private static func begin(
    _ path: String, in folder: String
  ) throws(TextError) -> (descriptor: Int32, temporary: String?) {
    var status = stat()
    guard unsafe lstat(path, &status) != 0 else { throw .outputExists(path: path) }
    let nameless = openNameless(in: folder)
    if nameless >= 0 { return (nameless, nil) }
    guard [EOPNOTSUPP, EISDIR, EINVAL].contains(errno) else {
      throw .outputNotMade(path: path, number: errno)
    }
    let name = path + ".\(getpid()).part"
    let descriptor = unsafe open(name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .outputNotMade(path: path, number: errno) }
    return (descriptor, name)
  }

  /// Writes all of `bytes`.
  ///
  /// - Throws: `inputOutput`.
  public borrowing func write(_ bytes: Span<UInt8>) throws(TextError) {
    try Descriptor.write(descriptor, bytes)
  }

  /// Makes the file durable and gives it its name.
  ///
  /// - Throws: `outputExists` if the name was taken meanwhile, `outputNotMade`, `inputOutput`.
  public consuming func finish() throws(TextError) {
    guard fchmod(descriptor, 0o600) == 0, fsync(descriptor) == 0 else {
      throw .inputOutput(number: errno)
    }
    guard giveName() == 0 else {
      let number = errno
      throw number == EEXIST
        ? .outputExists(path: path) : .outputNotMade(path: path, number: number)
    }
    Self.synchronise(folder)
  }

  deinit {
    if let temporary { _ = unsafe unlink(temporary) }
    _ = close(descriptor)
  }

  private func giveName() -> Int32 {
    // A second link never replaces; the temporary one goes with this value.
    if let temporary { return unsafe link(temporary, path) }
    let link = "/proc/self/fd/\(descriptor)"
    return unsafe linkat(AT_FDCWD, link, AT_FDCWD, path, AT_SYMLINK_FOLLOW)
  }

  /// Without /proc a nameless file could never be linked, so none is made.
  private static func openNameless(in folder: String) -> Int32 {
    guard unsafe access("/proc/self/fd", X_OK) == 0 else {
      errno = EOPNOTSUPP
      return -1
    }
    // The macro O_TMPFILE is not imported: it is this bit with O_DIRECTORY.
    let nameless = Int32(0o20_000_000) | O_DIRECTORY
    return unsafe open(folder, nameless | O_RDWR | O_CLOEXEC, 0o600)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes the new name durable; a file system that cannot is not worth failing for.
  private static func synchronise(_ folder: String) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }
}
