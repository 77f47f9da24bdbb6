import Glibc
import Secrets

/// An output file that only its owner may read, and that has its name only once it is complete.
///
/// The file is nameless while it is written (`O_TMPFILE`), mode 0600; `finish` syncs it and links
/// it under its name, which must be new. If it is dropped before, nothing is left of it. On a file
/// system without nameless files it has its name from the beginning: try ``nameless(at:)`` first
/// where that needs an entry in the log.
@safe public struct PrivateFile: ~Copyable {
  /// The open file, for writers that take one; closing it stays with this value.
  public let descriptor: Int32
  /// The name it will have.
  public let path: String
  private let folder: String
  private let isNameless: Bool
  private var isFinished = false

  /// Begins a file, nameless where it can be.
  ///
  /// - Throws: `outputExists` if something has the name already, `outputNotMade`; also where the file
  ///   system would let others read it.
  public init(creating path: String) throws(TextError) {
    try Self.checkFree(path)
    let folder = Self.folder(of: path)
    if let descriptor = try Self.openNameless(path, in: folder) {
      self.init(path, in: folder, descriptor, isNameless: true)
    } else {
      self.init(path, in: folder, try Self.openNamed(path), isNameless: false)
    }
  }

  /// Begins a file under its name.
  ///
  /// - Throws: As ``init(creating:)`` does.
  public init(named path: String) throws(TextError) {
    try Self.checkFree(path)
    self.init(path, in: Self.folder(of: path), try Self.openNamed(path), isNameless: false)
  }

  private init(_ path: String, in folder: String, _ descriptor: Int32, isNameless: Bool) {
    (self.path, self.folder) = (path, folder)
    (self.descriptor, self.isNameless) = (descriptor, isNameless)
  }

  /// Begins a file without a name; nil where the file system has none such.
  ///
  /// - Throws: `outputExists` if something has the name already, `outputNotMade`.
  public static func nameless(at path: String) throws(TextError) -> PrivateFile? {
    try checkFree(path)
    let folder = folder(of: path)
    guard let descriptor = try openNameless(path, in: folder) else { return nil }
    return PrivateFile(path, in: folder, descriptor, isNameless: true)
  }

  private static func openNamed(_ path: String) throws(TextError) -> Int32 {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .outputNotMade(path: path, number: errno) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & 0o077 == 0 else {
      _ = unsafe unlink(path)
      _ = close(descriptor)
      throw .outputNotMade(path: path, number: EPERM)
    }
    return descriptor
  }

  /// - Throws: `outputExists` if something has the name already.
  public static func checkFree(_ path: String) throws(TextError) {
    var status = stat()
    guard unsafe lstat(path, &status) != 0 else { throw .outputExists(path: path) }
  }

  /// A nameless file; nil where the file system has none.
  private static func openNameless(
    _ path: String, in folder: String
  ) throws(TextError) -> Int32? {
    let descriptor = openNameless(in: folder)
    if descriptor >= 0 { return descriptor }
    guard [EOPNOTSUPP, EISDIR, EINVAL].contains(errno) else {
      throw .outputNotMade(path: path, number: errno)
    }
    return nil
  }

  /// The inode in hexadecimal, by which the file is known again.
  ///
  /// - Throws: `inputOutput`.
  public borrowing func inode() throws(TextError) -> String {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .inputOutput(number: errno) }
    return MadeFile.text(status.st_ino)
  }

  /// What was written, to be read back for as long as this value is there.
  public var written: WrittenBytes { WrittenBytes(descriptor) }

  /// Writes all of `bytes`.
  ///
  /// - Throws: `inputOutput`.
  public borrowing func write(_ bytes: Span<UInt8>) throws(TextError) {
    try Descriptor.write(descriptor, bytes)
  }

  /// How many bytes were written, by whomever.
  ///
  /// - Throws: `inputOutput`.
  public borrowing func size() throws(TextError) -> Int {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .inputOutput(number: errno) }
    return Int(status.st_size)
  }

  /// Makes what was written durable.
  ///
  /// - Throws: `inputOutput`.
  public borrowing func synchronise() throws(TextError) {
    guard fsync(descriptor) == 0 else { throw .inputOutput(number: errno) }
  }

  /// Makes the file durable and gives it its name.
  ///
  /// - Throws: `outputExists` if the name was taken meanwhile, `outputNotMade`, `inputOutput`.
  public consuming func finish() throws(TextError) {
    guard !isNameless || fchmod(descriptor, 0o600) == 0 else { throw .inputOutput(number: errno) }
    try synchronise()
    guard !isNameless || giveName() == 0 else {
      let number = errno
      throw number == EEXIST
        ? .outputExists(path: path) : .outputNotMade(path: path, number: number)
    }
    isFinished = true
    Self.synchronise(folder)
  }

  deinit {
    if !isNameless, !isFinished { _ = unsafe unlink(path) }
    _ = close(descriptor)
  }

  private func giveName() -> Int32 {
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
