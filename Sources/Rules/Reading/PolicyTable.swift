internal import People
internal import Wording

/// A mapping of a policy file whose keys are known.
struct PolicyTable {
  let node: PolicyNode
  let values: [String: PolicyNode]

  /// The value of `key`; nil when it is left out.
  subscript(_ key: String) -> PolicyNode? { values[key] }

  /// The value of `key`; a mistake when it is left out.
  func required(_ key: String) -> PolicyNode? {
    if values[key] == nil { node.fail("the key \(key) is missing") }
    return values[key]
  }

  /// The citations under `key`, of which there must be one at least.
  func citations(_ key: String) -> [Citation] {
    guard let value = required(key) else { return [] }
    let before = value.mistakes.all.count
    let citations = value.citations()
    if citations.isEmpty, value.mistakes.all.count == before {
      value.fail("one citation at least is needed")
    }
    return citations
  }

  /// The keys `cites` and `earlier`.
  func datedCitations() -> DatedCitations {
    let current = citations("cites")
    var earlier: [DatedCitations.Earlier] = []
    for item in values["earlier"]?.list() ?? [] {
      guard let row = item.table(["until", "cites"]) else { continue }
      let citations = row.citations("cites")
      guard let until = row.required("until")?.date() else { continue }
      if let last = earlier.last, until <= last.until { item.fail("the oldest comes first") }
      earlier.append(DatedCitations.Earlier(until: until, citations: citations))
    }
    return DatedCitations(current: current, earlier: earlier)
  }

  /// The keys `from` and `until`, or others of their kind.
  func inForce(_ first: String = "from", _ last: String = "until") -> InForce {
    let from = values[first]?.date()
    let until = values[last]?.date()
    if let from, let until, until < from { values[last]?.fail("ends before it begins") }
    return InForce(from: from, until: until)
  }
}
