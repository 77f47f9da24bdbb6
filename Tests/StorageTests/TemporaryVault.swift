import Foundation
import Storage
import StorageSQLite

/// A folder of its own for one test, removed at the end.
final class TemporaryVault: Sendable {
  let root: String
  var folder: String { root + "/acme.vault" }
  var records: String { folder + "/vault.sqlite" }
  var keys: String { folder + "/keys/keys.sqlite" }

  init() throws {
    root =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
      + "/mynumber-storage-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: root, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func create() throws -> SQLiteVaultStore { try SQLiteVaultStore.create(folder: folder) }

  func open(busyTimeout: Double = 0.1) throws -> SQLiteVaultStore {
    try SQLiteVaultStore.open(folder: folder, busyTimeout: busyTimeout)
  }

  func contents(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  func write(_ bytes: [UInt8], to path: String, permissions: Int = 0o600) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    try set(permissions, of: path)
  }

  func set(_ permissions: Int, of path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
  }

  func permissions(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  func move(_ path: String, to other: String) throws {
    try FileManager.default.moveItem(atPath: path, toPath: other)
  }

  func copy(_ path: String, to other: String) throws {
    try FileManager.default.copyItem(atPath: path, toPath: other)
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
