internal import Wording
internal import Yams

/// Turns the bytes of a policy file into nodes, after checks that bound the work of parsing.
enum PolicyYAML {
  static let maximumBytes = 256 << 10

  /// The root node; nil, with a mistake, for what is no such YAML.
  static func root(of bytes: [UInt8], file: String, mistakes: Mistakes) -> PolicyNode? {
    guard bytes.count <= maximumBytes else {
      mistakes.add(file, "the file is larger than 256 KiB")
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      mistakes.add(file, "the file is not UTF-8")
      return nil
    }
    let findings = YAMLGuard.findings(in: text)
    for finding in findings {
      mistakes.add(file, line: finding.line, column: finding.column, finding.message)
    }
    guard findings.isEmpty else { return nil }
    do {
      guard let node = try Parser(yaml: text, encoding: .utf8).singleRoot() else {
        mistakes.add(file, "the file is empty")
        return nil
      }
      return PolicyNode(file: file, node: node, mistakes: mistakes)
    } catch {
      report(error, file: file, mistakes: mistakes)
      return nil
    }
  }

  private static func report(_ error: any Error, file: String, mistakes: Mistakes) {
    guard let error = error as? YamlError else {
      mistakes.add(file, "the file is not YAML")
      return
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      mistakes.add(file, line: mark.line, column: mark.column, "not YAML: \(problem)")
    case .duplicatedKeysInMapping(_, let context):
      mistakes.add(
        file, line: context.mark.line, column: context.mark.column,
        "a key stands twice in one mapping")
    default:
      mistakes.add(file, "the file is not YAML")
    }
  }
}
