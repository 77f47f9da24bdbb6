import Foundation

extension VaultFixture {
  /// The path of one of the two files.
  func file(_ name: String) -> String {
    path + (name == "keys.sqlite" ? "/keys/" : "/") + name
  }

  /// Sets a file aside under a label.
  func save(_ name: String, as label: String) throws {
    try FileManager.default.copyItem(atPath: file(name), toPath: folder.file(label + name))
  }

  /// Puts a file back as it was set aside.
  func restore(_ name: String, from label: String) throws {
    try adopt(folder.file(label + name), as: name)
  }

  /// Puts a copy of some file in the place of one of the two.
  func adopt(_ path: String, as name: String) throws {
    try FileManager.default.removeItem(atPath: file(name))
    try FileManager.default.copyItem(atPath: path, toPath: file(name))
  }

  /// All bytes of all files under the vault's folder, by path.
  func contents() throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      guard let bytes = FileManager.default.contents(atPath: path + "/" + name) else { continue }
      contents[name] = Array(bytes)
    }
    return contents
  }

  /// Whether there is a file of this name beside the vault.
  func holds(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.file(name)) }
}
