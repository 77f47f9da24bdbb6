internal import JSON
internal import People
internal import Rules

/// The member `detail` of an entry about a contractor.
struct Detail {
  private let members: [String: CanonicalValue]

  init(_ members: [String: CanonicalValue]) { self.members = members }

  var contractor: ContractorID? { text("contractor").flatMap(ContractorID.init) }

  func text(_ key: String) -> String? {
    guard case .string(let text)? = members[key] else { return nil }
    return text
  }

  func count(_ key: String) -> Int? {
    guard case .integer(let count)? = members[key] else { return nil }
    return count
  }

  func flag(_ key: String) -> Bool { members[key] == .bool(true) }

  func date(_ key: String) -> CalendarDate? { text(key).flatMap { CalendarDate(parsing: $0) } }
}
