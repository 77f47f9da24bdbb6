import Glibc
import Storage

/// A spool in a file without a name (`O_TMPFILE`), written and read through one buffer.
@safe final class FileSpool: Spool {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var position = 0
  private(set) var count = 0

  private static let bufferSize = 1 << 16

  /// Makes the file in `folder`.
  ///
  /// - Throws: ``StorageError``.
  init(folder: String) throws(StorageError) {
    // The macro O_TMPFILE is not imported: it is this bit with O_DIRECTORY.
    let nameless = Int32(0o20_000_000) | O_DIRECTORY
    var opened = unsafe open(folder, nameless | O_RDWR | O_CLOEXEC, 0o600)
    if opened < 0, errno == EOPNOTSUPP || errno == EISDIR || errno == ENOENT {
      opened = Self.openUnlinked(folder + "/.spool-\(getpid())")
    }
    guard opened >= 0 else { throw Self.failure("making a spool") }
    descriptor = opened
    buffer.reserveCapacity(Self.bufferSize)
  }

  deinit { _ = Glibc.close(descriptor) }

  func append(_ bytes: Span<UInt8>) throws(StorageError) {
    if buffer.count + bytes.count > Self.bufferSize { try flush() }
    unsafe bytes.withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
    count += bytes.count
  }

  func rewind() throws(StorageError) {
    try flush()
    position = 0
  }

  func read(into bytes: inout MutableSpan<UInt8>) throws(StorageError) -> Int {
    var filled = 0
    while filled < bytes.count {
      let got = unsafe bytes.withUnsafeMutableBytes { target in
        unsafe pread(
          descriptor, target.baseAddress?.advanced(by: filled), target.count - filled, position)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw Self.failure("reading a spool") }
      if got == 0 { break }
      filled += got
      position += got
    }
    return filled
  }

  private func flush() throws(StorageError) {
    var written = 0
    while written < buffer.count {
      let offset = count - buffer.count + written
      let put = unsafe buffer.withUnsafeBytes { source in
        unsafe pwrite(
          descriptor, source.baseAddress?.advanced(by: written), source.count - written, offset)
      }
      if put < 0, errno == EINTR { continue }
      guard put > 0 else { throw Self.failure("writing a spool") }
      written += put
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// For file systems without nameless files: a name that lives for a moment.
  private static func openUnlinked(_ path: String) -> Int32 {
    let opened = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if opened >= 0 { _ = unsafe unlink(path) }
    return opened
  }

  private static func failure(_ doing: StaticString) -> StorageError {
    let code = errno
    return StorageError(code == ENOSPC || code == EDQUOT ? .diskFull : .failed(code), doing: doing)
  }
}
