internal import People
internal import Wording
internal import Yams

/// One YAML node of a policy file, with the means to say what is wrong with it.
struct PolicyNode {
  let file: String
  let node: Node
  let mistakes: Mistakes

  /// Notes a mistake at this node.
  func fail(_ message: Phrase) {
    let mark = node.mark
    mistakes.add(file, line: mark?.line ?? 0, column: mark?.column ?? 0, message)
  }

  /// Whether the node is a list without items.
  var isEmptyList: Bool { node.sequence?.isEmpty == true }

  /// Whether the node is this text.
  func says(_ text: String) -> Bool { node.scalar?.string == text }

  func child(_ node: Node) -> PolicyNode { PolicyNode(file: file, node: node, mistakes: mistakes) }

  /// The node as a mapping whose keys are all in `keys`; nil, with a mistake, when it is none.
  func table(_ keys: Set<String>) -> PolicyTable? {
    guard let mapping = node.mapping else {
      fail("a mapping is expected here")
      return nil
    }
    var values: [String: PolicyNode] = [:]
    for (key, value) in mapping {
      guard let name = key.scalar?.string, keys.contains(name) else {
        let known = keys.sorted().joined(separator: ", ")
        child(key).fail("unknown key \(Self.shown(key)); known: \(known)")
        continue
      }
      values[name] = child(value)
    }
    return PolicyTable(node: self, values: values)
  }

  /// The node as a list; empty, with a mistake, when it is none.
  func list() -> [PolicyNode] {
    guard let sequence = node.sequence else {
      fail("a list is expected here")
      return []
    }
    return sequence.filter { _ in mistakes.visit(file) }.map { child($0) }
  }

  /// The keys and values of a mapping whose keys may be any; empty, with a mistake, when it is none.
  func pairs() -> [(key: PolicyNode, value: PolicyNode)] {
    guard let mapping = node.mapping else {
      fail("a mapping is expected here")
      return []
    }
    return mapping.filter { _ in mistakes.visit(file) }.map { (child($0.key), child($0.value)) }
  }

  /// The node as text on one line; nil, with a mistake, when it is none.
  func text() -> String? {
    guard let text = node.scalar?.string, !text.isEmpty, text.utf8.count <= 500,
      !text.unicodeScalars.contains(where: { $0.value < 32 })
    else {
      fail("a line of text is expected here")
      return nil
    }
    return text
  }

  /// The node as an id: lower-case letters, digits and hyphens.
  func id() -> String? {
    guard let text = text() else { return nil }
    let allowed = text.utf8.allSatisfy {
      (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d
    }
    guard allowed, let first = text.utf8.first, first >= 0x61, text.utf8.count <= 60 else {
      fail("an id is lower-case letters, digits and hyphens, and begins with a letter")
      return nil
    }
    return text
  }

  func date() -> CalendarDate? {
    guard let text = text() else { return nil }
    guard text.utf8.count == 10, let date = CalendarDate(parsing: text), date.isoText == text
    else {
      fail("a date such as 2026-04-01 is expected here")
      return nil
    }
    return date
  }

  func integer(_ range: ClosedRange<Int>) -> Int? {
    guard let text = node.scalar?.string, let value = Int(text), range.contains(value) else {
      fail("a whole number from \(range.lowerBound) to \(range.upperBound) is expected here")
      return nil
    }
    return value
  }

  func flag() -> Bool? {
    switch node.scalar?.string {
    case "true": return true
    case "false": return false
    default:
      fail("true or false is expected here")
      return nil
    }
  }

  /// The node as one of an enum's raw values.
  func choice<T: RawRepresentable & CaseIterable>(_: T.Type) -> T? where T.RawValue == String {
    guard let text = text() else { return nil }
    guard let value = T(rawValue: text) else {
      let known = T.allCases.map(\.rawValue).joined(separator: ", ")
      fail("\(text.debugDescription) is none of: \(known)")
      return nil
    }
    return value
  }

  /// The citations in a list; each that is none is a mistake.
  func citations() -> [Citation] {
    list().compactMap { $0.citation() }
  }

  func citation() -> Citation? {
    guard let text = text() else { return nil }
    guard let citation = Citation(text) else {
      fail("a citation of a known statute and its article is expected, such as 所得税法226条1項")
      return nil
    }
    return citation
  }

  private static func shown(_ node: Node) -> String {
    guard let text = node.scalar?.string, text.utf8.count <= 60 else { return "here" }
    return text.debugDescription
  }
}
