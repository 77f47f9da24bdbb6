internal import Wording

extension PolicyReader {
  static let mappingFolder = "mappings/"

  func readMappings() {
    for file in bundle.files where file.name.hasPrefix(Self.mappingFolder) {
      guard let id = Self.mappingID(file.name) else {
        mistakes.add(
          file.name, "a mapping is NAME.yaml, NAME of lower-case letters, digits and hyphens")
        continue
      }
      guard let root = PolicyYAML.root(of: file.bytes, file: file.name, mistakes: mistakes),
        let table = root.table(["ja", "en", "note", "columns", "ignored"])
      else { continue }
      var reader = MappingReader(policy: self)
      if let mapping = reader.mapping(id, table) { mappings.append(mapping) }
    }
  }

  /// The name that `--mapping` takes; nil for a file that is no mapping.
  private static func mappingID(_ name: String) -> String? {
    guard name.hasSuffix(".yaml") else { return nil }
    let id = name.dropFirst(mappingFolder.count).dropLast(".yaml".count)
    let isID = id.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    return isID && !id.isEmpty ? String(id) : nil
  }
}
