import Foundation
import Testing

/// A file of published vectors: its source, the names of its columns, and rows of hex and words.
struct VectorFile: Decodable {
  let source: String
  let fields: [String]
  let cases: [[String]]

  /// The rows of `Vectors/<name>.json`.
  static func cases(_ name: String) throws -> [VectorCase] {
    let file: VectorFile = try load(name)
    return file.cases.map { VectorCase(fields: file.fields, values: $0) }
  }

  static func load<File: Decodable>(_ name: String) throws -> File {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Vectors"))
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: url))
  }
}
