import Foundation

/// The project's files as they stand on the disk.
enum Repository {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every Swift file under Sources.
  static let sources: [SourceFile] = swiftFiles(in: "Sources")
  /// Every Swift file under Tests.
  static let tests: [SourceFile] = swiftFiles(in: "Tests")

  /// The text of a file.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The folders in a folder, sorted.
  static func folders(in path: String) throws -> [String] {
    let folder = root.appending(path: path).resolvingSymlinksInPath()
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { name in
      let file = folder.appending(path: name)
      return try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
    }.sorted()
  }

  /// The paths of all text files of some folders and of the files at the top.
  static func textFiles(in folders: [String]) -> [String] {
    let kinds = ["swift", "md", "yaml", "sh", "py", "h", "modulemap", "tsv"]
    let top = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Makefile", "Package.swift"]
    return folders.flatMap(paths).filter { path in
      kinds.contains { path.hasSuffix(".\($0)") }
    } + top + paths(in: ".ci")
  }

  private static func swiftFiles(in folder: String) -> [SourceFile] {
    paths(in: folder).filter { $0.hasSuffix(".swift") }.compactMap { path in
      guard let text = try? text(path) else { return nil }
      return SourceFile(path: path, text: text)
    }
  }

  /// The paths of the files below a folder, from the root and sorted; links are followed once.
  private static func paths(in folder: String) -> [String] {
    let start = root.appending(path: folder).resolvingSymlinksInPath()
    let walk = FileManager.default.enumerator(
      at: start, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
    var paths: [String] = []
    while let url = walk?.nextObject() as? URL {
      guard !url.hasDirectoryPath else { continue }
      paths.append(folder + url.path.dropFirst(start.path.count))
    }
    return paths.sorted()
  }
}
