import Glibc
import TestSupport

/// A folder that is removed with everything in it.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/mynumber-transcript-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw FileFailure(number: errno) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Writes a file of mode 0600, in the place of another.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
    let descriptor = unsafe open("\(path)/\(name)", flags, 0o600)
    guard descriptor >= 0 else { throw FileFailure(number: errno) }
    defer { close(descriptor) }
    let count = unsafe bytes.withUnsafeBytes {
      unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    guard count == bytes.count else { throw FileFailure(number: errno) }
  }

  func setMode(_ name: String, _ mode: mode_t) { _ = unsafe chmod("\(path)/\(name)", mode) }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    if let stream = unsafe opendir(path) {
      var names: [String] = []
      while let entry = unsafe readdir(stream) {
        let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { names.append(name) }
      }
      unsafe closedir(stream)
      for name in names { remove("\(path)/\(name)") }
    }
    _ = unsafe Glibc.remove(path)
  }
}
