/// Compares lines with expected ones that have placeholders.
enum ExpectedLines {
  private static let placeholders = [
    "<time>": "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z",
    "<any>": ".*",
  ]

  static func match(_ expected: [String], _ actual: [String]) -> Bool {
    guard let first = expected.first else { return actual.isEmpty }
    let rest = Array(expected.dropFirst())
    if first == "..." {
      return (0...actual.count).contains { match(rest, Array(actual.dropFirst($0))) }
    }
    guard let line = actual.first, matches(first, line) else { return false }
    return match(rest, Array(actual.dropFirst()))
  }

  private static func matches(_ expected: String, _ line: String) -> Bool {
    if expected == line { return true }
    guard placeholders.keys.contains(where: expected.contains),
      let regex = try? Regex(pattern(expected))
    else { return false }
    return (try? regex.wholeMatch(in: line)) != nil
  }

  private static func pattern(_ expected: String) -> String {
    var pattern = ""
    var rest = expected[...]
    while let character = rest.first {
      if let found = placeholders.first(where: { rest.hasPrefix($0.key) }) {
        pattern += found.value
        rest = rest.dropFirst(found.key.count)
      } else {
        let isPlain = character.isLetter || character.isNumber || character == " "
        pattern += isPlain ? String(character) : "\\\(character)"
        rest = rest.dropFirst()
      }
    }
    return pattern
  }
}
