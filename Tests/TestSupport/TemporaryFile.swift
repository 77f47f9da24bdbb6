internal import Glibc

/// A file without a name, open for reading and writing, that goes when it is closed.
@safe public final class TemporaryFile {
  public let descriptor: Int32

  /// Holds `bytes` and stands at its start.
  public init(_ bytes: [UInt8] = []) throws {
    var template = Array("/tmp/mynumber-test-XXXXXX".utf8CString)
    descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else { throw FileFailure(number: errno) }
    _ = unsafe unlink(template)
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { raw in
        unsafe write(descriptor, raw.baseAddress?.advanced(by: done), raw.count - done)
      }
      guard count > 0 else { throw FileFailure(number: errno) }
      done += count
    }
    rewind()
  }

  /// What the file holds from where it stands.
  public func read() throws -> [UInt8] { try FileBytes.rest(of: descriptor) }

  public func rewind() { lseek(descriptor, 0, SEEK_SET) }

  deinit { close(descriptor) }
}
