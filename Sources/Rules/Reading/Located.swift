internal import Wording

/// What was read of one kind, by id, with the places it stood.
struct Located<Value: Identifiable> {
  private(set) var values: [Value] = []
  private var nodes: [Value.ID: PolicyNode] = [:]

  /// Takes a value; an id that is already there is a mistake.
  mutating func add(_ value: Value, at node: PolicyNode) {
    guard nodes.updateValue(node, forKey: value.id) == nil else {
      node.fail("the id stands twice")
      return
    }
    values.append(value)
  }

  func contains(_ id: Value.ID) -> Bool { nodes[id] != nil }

  subscript(_ id: Value.ID) -> Value? { values.first { $0.id == id } }

  /// The place of a value.
  func node(of id: Value.ID) -> PolicyNode? { nodes[id] }
}
