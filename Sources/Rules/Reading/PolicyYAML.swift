internal import Yams

/// Turns the bytes of a policy file into nodes, after checks that bound the work of parsing.
enum PolicyYAML {
  static let maximumBytes = 256 << 10
  /// How deep blocks and brackets may nest; no policy needs more than six.
  static let maximumDepth = 64

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
    guard isBounded(text, file: file, mistakes: mistakes) else { return nil }
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

  /// Refuses anchors, aliases, control characters and deep nesting before they reach the parser.
  private static func isBounded(_ text: String, file: String, mistakes: Mistakes) -> Bool {
    var brackets = 0
    var number = 0
    var isFine = true
    var last: Unicode.Scalar = ":"
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let scan = LineScan(line, inside: brackets > 0 ? last : nil)
      brackets = max(0, brackets + scan.brackets)
      last = scan.previous
      if let column = scan.column, let message = scan.message {
        mistakes.add(file, line: number, column: column, message)
        isFine = false
      } else if brackets > maximumDepth {
        mistakes.add(file, line: number, column: 1, "nested too deeply")
        return false
      }
    }
    return isFine
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
