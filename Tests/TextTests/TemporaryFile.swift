import Glibc

/// A file without a name, open for reading and writing, that goes when it is closed.
@safe final class TemporaryFile {
  let descriptor: Int32

  struct Failure: Error { let number: Int32 }

  /// Holds `bytes` and stands at its start.
  init(_ bytes: [UInt8] = []) throws {
    var template = Array("/tmp/text-test-XXXXXX".utf8CString)
    descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else { throw Failure(number: errno) }
    _ = unsafe unlink(template)
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { raw in
        unsafe write(descriptor, raw.baseAddress?.advanced(by: done), raw.count - done)
      }
      guard count > 0 else { throw Failure(number: errno) }
      done += count
    }
    lseek(descriptor, 0, SEEK_SET)
  }

  /// What the file holds from where it stands.
  func read() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { raw in
        unsafe Glibc.read(descriptor, raw.baseAddress, raw.count)
      }
      guard count >= 0 else { throw Failure(number: errno) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  func rewind() { lseek(descriptor, 0, SEEK_SET) }

  deinit { close(descriptor) }
}
