import Foundation
import Synchronization

/// A folder of a test's own, removed with it, or when the process ends.
final class TemporaryFolder: Sendable {
  let path: String
  /// Folders that statics keep are never released, so the process removes them at its end.
  private static let folders = Mutex<Set<String>>([])
  private static let removal: Void = {
    atexit { TemporaryFolder.removeAll() }
  }()

  init() throws {
    // Letters alone: a path of twelve digits is taken for a number.
    let name = String((0..<20).map { _ in Character(Unicode.Scalar(UInt8.random(in: 97...122))) })
    let url = FileManager.default.temporaryDirectory.appending(path: "mynumber-\(name)")
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    path = url.path
    let made = path
    _ = Self.folders.withLock { $0.insert(made) }
    Self.removal
  }

  deinit {
    let gone = path
    _ = Self.folders.withLock { $0.remove(gone) }
    try? FileManager.default.removeItem(atPath: gone)
  }

  private static func removeAll() {
    for path in folders.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) }
  }

  func file(_ name: String) -> String { path + "/" + name }

  @discardableResult
  func write(_ text: String, as name: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: file(name)))
    return file(name)
  }
}
