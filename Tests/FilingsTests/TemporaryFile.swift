import Glibc

/// A file without a name that goes when it is closed.
@safe final class TemporaryFile {
  let descriptor: Int32

  struct Failure: Error { let number: Int32 }

  /// Holds `bytes` and stands at its start.
  init(_ bytes: [UInt8]) throws {
    var template = Array("/tmp/filings-test-XXXXXX".utf8CString)
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

  /// All the bytes of a file of the checkout, by its path from the root.
  static func bytes(of path: String) throws -> [UInt8] {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let descriptor = unsafe open("/\(root)/\(path)", O_RDONLY)
    guard descriptor >= 0 else { throw Failure(number: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { raw in
        unsafe read(descriptor, raw.baseAddress, raw.count)
      }
      guard count >= 0 else { throw Failure(number: errno) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  deinit { close(descriptor) }
}
